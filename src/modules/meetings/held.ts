import { sql } from "kysely"
import { refuse } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { type Held, named } from "../../kernel/held.ts"

const ofItsMeeting = (what: string) => sql<string>`(select ${sql.raw(what)} from meetings m
  where (m.organisation_id, m.id) = (t.organisation_id, t.meeting_id))`
/** Its title, and when it began. */
const itsMeeting = { what: ofItsMeeting("title"), on: ofItsMeeting("starts at time zone zone") }
const itself = { what: sql<string>`t.title`, on: sql`t.starts at time zone t.zone` }

/** Where meetings name people: who prepared, came, answered, spoke, voted by proxy, wrote, approved. */
export const held: readonly Held[] = [
  { table: "meetings", person: "chair_id", says: itself },
  { table: "meetings", person: "scribe_id", says: itself },
  ...named("meetings", "created_by"),
  {
    table: "agenda_items",
    person: "presenter_id",
    says: { ...itsMeeting, what: sql`t.title`, where: itsMeeting.what },
  },
  {
    table: "agenda_items",
    person: "proposed_by",
    says: { what: sql`t.title`, where: itsMeeting.what, on: sql`t.proposed_at` },
  },
  ...named("agenda_items", "changed_by"),
  {
    table: "meeting_guests",
    person: "person_id",
    once: ["meeting_id"],
    says: itsMeeting,
  },
  {
    table: "invitations",
    person: "person_id",
    once: ["meeting_id"],
    says: {
      ...itsMeeting,
      kind: ["meetings.held.answer.", sql`t.answer`],
      note: sql`t.answer_note`,
    },
    erased: { sets: { answer_note: sql`null` } },
  },
  {
    table: "proxies",
    person: "giver_id",
    once: ["meeting_id"],
    onceWhere: sql<boolean>`t.withdrawn_at is null`,
    says: itsMeeting,
    beforeMerge: areTwoByProxy,
  },
  { table: "proxies", person: "holder_id", says: itsMeeting },
  {
    table: "attendances",
    person: "person_id",
    once: ["meeting_id"],
    onceWhere: sql<boolean>`t.left_at is null`,
    says: itsMeeting,
  },
  ...named("minutes", "circulated_by", "approved_by", "changed_by"),
  {
    table: "minutes_corrections",
    person: "person_id",
    says: { ...itsMeeting, note: sql`t.text` },
  },
  ...named("date_polls", "created_by"),
  {
    table: "date_poll_answers",
    person: "person_id",
    once: ["option_id"],
    says: {
      what: sql`(select p.title from date_poll_options o join date_polls p on (p.organisation_id, p.id) = (o.organisation_id, o.poll_id)
        where (o.organisation_id, o.id) = (t.organisation_id, t.option_id))`,
      on: sql`t.answered_at`,
    },
    erased: "deleted",
  },
  ...named("dismissed_occasions", "dismissed_by"),
]

// Nobody gives a proxy to themselves: where one did to the other, they are two, or a paper is wrong that somebody signed.
async function areTwoByProxy(from: string, into: string, { db }: Circumstances): Promise<void> {
  const { rows } = await sql`
    select from proxies where (giver_id, holder_id) in ((${from}::uuid, ${into}::uuid), (${into}::uuid, ${from}::uuid)) limit 1`.execute(
    db,
  )
  if (rows.length) refuse("meetings.proxy_between")
}
