import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import type { Db } from "../../kernel/db.ts"
import { day } from "../../kernel/input.ts"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { isDecisionSeen } from "../decisions/contract.ts"
import { bodiesWhere } from "../mandates/contract.ts"
import { isMatterSeen } from "../matters/contract.ts"
import { isTaskSeen } from "../tasks/contract.ts"

export type JournalLine = {
  id: string
  /** In words: `event.<name>`. */
  name: string
  at: Temporal.Instant
  by: string | null
  via: "session" | "key" | "link" | "system"
  body_name: string | null
  /** What it was about, when its words are for the reader. */
  about: string | null
  to: string | null
  position: number | null
}

/**
 * Who did what and when, the last first: in the bodies where the reader holds the journal. What belongs to no body (the
 * organisation's own settings) is shown to whoever holds it in every body. The texts that the queue reads out of papers
 * are left out: nobody did them, and one line for each paper drowns what people did. A record that was merged is named as the one
 * that stays.
 */
export const listJournal = read({
  name: "journal.list",
  input: z.object({
    personId: z.uuid().optional(),
    /** The first part of the event's name: "meetings", "decisions". */
    kind: z
      .string()
      .regex(/^[a-z]{2,30}$/)
      .optional(),
    /** A name, of who did it. */
    q: z.string().trim().max(200).optional(),
    from: day().optional(),
    to: day().optional(),
    limit: z.int().min(1).max(200).default(50),
    /** The id of the last line read. */
    after: z.uuid().optional(),
  }),
  allow: isSignedIn,
  async run({ input, actor, db, now }) {
    const me = actor.personId!
    const today = dayOf(now)
    const theirs = await bodiesOfReader(me, today, db)
    const zone = "Europe/Brussels"
    const { rows } = await sql<JournalLine & { body_id: string | null }>`
      select e.id, e.name, e.at, e.via, e.position::int as position, p.given_name || ' ' || p.family_name as by, b.name as body_name,
             coalesce(case when ${isTaskSeen(me, today)} then t.what end,
                      case when ${isDecisionSeen(me, today)} then d.year || '-' || d.number || ' · ' || d.title end,
                      m.title, case when ${isMatterSeen(me, today)} then x.title end,
                      w.given_name || ' ' || w.family_name) as about,
             case when t.id is not null then '/taches/' || t.id when d.id is not null then '/decisions/' || d.id
                  when m.id is not null then '/reunions/' || m.id when x.id is not null then '/dossiers/' || x.id
                  when w.id is not null then '/personnes/' || w.id end as to
        from events e
        left join people actor on (actor.organisation_id, actor.id) = (e.organisation_id, e.actor_id)
        left join people p on (p.organisation_id, p.id) = (e.organisation_id, coalesce(actor.merged_into, actor.id))
        left join tasks t on (t.organisation_id, t.id) = (e.organisation_id, (e.facts->>'taskId')::uuid)
        left join decisions d on (d.organisation_id, d.id) = (e.organisation_id, (e.facts->>'decisionId')::uuid)
        left join meetings m on (m.organisation_id, m.id) = (e.organisation_id, (e.facts->>'meetingId')::uuid)
        left join matters x on (x.organisation_id, x.id) = (e.organisation_id, (e.facts->>'matterId')::uuid)
        left join people named on (named.organisation_id, named.id) = (e.organisation_id, (e.facts->>'personId')::uuid)
        left join people w on (w.organisation_id, w.id) = (e.organisation_id, coalesce(named.merged_into, named.id))
        left join bodies b on b.organisation_id = e.organisation_id
                          and b.id = coalesce((e.facts->>'bodyId')::uuid, t.body_id, d.body_id, m.body_id, x.body_id)
       where ${theirs.all ? sql`true` : sql`b.id = any(${theirs.bodies}::uuid[])`}
         and ${input.personId ? sql`e.actor_id in (select id from people where ${input.personId}::uuid in (id, merged_into))` : sql`true`}
         and ${input.q ? sql`position(name_folded(${input.q}) in name_folded(p.given_name || ' ' || p.family_name)) > 0` : sql`true`}
         and ${input.kind ? sql`e.name like ${`${input.kind}.%`}` : sql`true`}
         and e.name <> 'files.read'
         and ${input.from ? sql`e.at >= (${input.from}::date)::timestamp at time zone ${zone}` : sql`true`}
         and ${input.to ? sql`e.at < (${input.to}::date + 1)::timestamp at time zone ${zone}` : sql`true`}
         and ${input.after ? sql`(e.at, e.id) < (select at, id from events where id = ${input.after})` : sql`true`}
       order by e.at desc, e.id desc limit ${input.limit + 1}`.execute(db)
    const page = rows.slice(0, input.limit)
    return { rows: page, next: rows.length > input.limit ? page.at(-1)!.id : null }
  },
})

/** Where somebody reads the journal, and whether that is everywhere. */
export const bodiesOfReader = async (
  personId: string,
  on: Temporal.PlainDate,
  db: Db,
): Promise<{ bodies: string[]; all: boolean }> => {
  const { rows } = await sql<{ bodies: string[]; all: boolean }>`
    select coalesce(array_agg(id) filter (where mine), '{}') as bodies, coalesce(bool_and(mine), false) as all
      from (select id, id in (${bodiesWhere("journal.read", personId, on)}) as mine from bodies where closed_on is null) as b`.execute(
    db,
  )
  return rows[0]!
}
