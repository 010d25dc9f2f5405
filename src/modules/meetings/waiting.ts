import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { DAYS_AHEAD, type Waiting } from "../../kernel/waiting.ts"
import { bodiesOf, bodiesWhere, isGivenThing } from "../mandates/contract.ts"
import { missingInMeeting, missingInPlan } from "./convocation/missing.ts"
import { planOf } from "./convocation/plan.ts"
import { lastDaysToConvene } from "./last-day.ts"
import type { Meeting } from "./meeting.ts"

/** What the chain of a meeting asks of a person: to answer, to prepare and convene, to hold, to write. */
export const waiting = async (given: Circumstances): Promise<Waiting[]> => [
  ...(await toAnswer(given)),
  ...(await toConvene(given)),
  ...(await givenToPrepare(given)),
  ...(await toHold(given)),
  ...(await toWrite(given)),
  ...(await toCorrect(given)),
  ...(await toApprove(given)),
  ...(await toSortOut(given)),
  ...(await toReach(given)),
  ...(await toAttribute(given)),
  ...(await toPropose(given)),
]

type Line = { id: string; body_id: string; title: string; starts: Temporal.PlainDateTime }

const toAnswer = async ({ actor, db, now }: Circumstances): Promise<Waiting[]> => {
  const { rows } = await sql<Line & { invitation_id: string }>`
    select m.id, m.body_id, m.title, m.starts, v.id as invitation_id
      from invitations v join meetings m on (m.organisation_id, m.id) = (v.organisation_id, v.meeting_id)
     where v.person_id = ${actor.personId} and v.answer is null and v.withdrawn_at is null
       and m.state = 'convened' and m.starts >= ${dayOf(now)}::date`.execute(db)
  return rows.map((row) => ({
    ...about(row, "answer"),
    due: row.starts.toPlainDate(),
    acts: (["present", "excused"] as const).map((answer) => ({
      command: "invitations.answer",
      input: { invitationId: row.invitation_id, answer },
      words: `meetings.waiting.answer.${answer}`,
    })),
  }))
}

const toConvene = async (given: Circumstances): Promise<Waiting[]> => {
  const { actor, db, now } = given
  const today = dayOf(now)
  // Forgotten for a month, nobody will convene it any more. Sixty days ahead holds every notice of the rulebooks.
  const { rows } = await sql<Meeting & { notice_rule: string | null; country: string }>`
    select m.*, t.notice_rule, b.country
      from meetings m
      join bodies b on (b.organisation_id, b.id) = (m.organisation_id, m.body_id)
      left join meeting_types t on (t.organisation_id, t.id) = (m.organisation_id, m.type_id)
     where m.state = 'preparing' and not m.outside
       and m.body_id in (${bodiesWhere("meetings.convene", actor.personId!, today)})
       and m.starts >= ${today.subtract({ days: 30 })}::date and m.starts < ${today.add({ days: 60 })}::date
     order by m.starts`.execute(db)
  const lastDays = await lastDaysToConvene(rows, today, db)
  return rows
    .map((row, index) => ({
      ...about(row, "convene", "/convoquer"),
      due: lastDays[index]?.last_lawful ?? row.starts.toPlainDate(),
      missing: async () => [...(await missingInMeeting(row, given)), ...missingInPlan(await planOf(row, [], given))],
    }))
    .filter(({ due }) => Temporal.PlainDate.compare(due, today.add({ days: DAYS_AHEAD })) <= 0)
}

// Whoever was given one meeting looks for it here: its body is not theirs, and no list leads to it.
const givenToPrepare = async ({ actor, db, now }: Circumstances): Promise<Waiting[]> => {
  const today = dayOf(now)
  const { rows } = await sql<Line>`
    select m.id, m.body_id, m.title, m.starts from meetings m
     where not m.outside and m.state in ('preparing', 'convened') and m.starts >= ${today}::date
       and ${isGivenThing("meeting", sql`m.id`, actor.personId!, today, "meetings.prepare")}
     order by m.starts limit 20`.execute(db)
  return rows.map((row) => ({ ...about(row, "given", "/preparer"), due: row.starts.toPlainDate() }))
}

const toHold = async ({ actor, db, now }: Circumstances): Promise<Waiting[]> => {
  const today = dayOf(now)
  const { rows } = await sql<Line & { state: string }>`
    select m.id, m.body_id, m.title, m.starts, m.state from meetings m
     where not m.outside and (m.body_id in (${bodiesWhere("meetings.hold", actor.personId!, today)})
            or ${isGivenThing("meeting", sql`m.id`, actor.personId!, today, "meetings.hold")})
       and (m.state = 'open' or (m.state = 'convened' and m.starts < ${today.add({ days: 1 })}::date))
     order by m.starts`.execute(db)
  return rows.map((row) => ({
    ...about(row, row.state === "open" ? "close" : "hold", "/tenir"),
    due: row.starts.toPlainDate(),
  }))
}

// The scribe writes; where nobody was named, whoever may.
const isScribe = (personId: string, on: Temporal.PlainDate) => sql`(
  m.scribe_id = ${personId} or (m.scribe_id is null and m.body_id in (${bodiesWhere("minutes.write", personId, on)})))`

const toWrite = async ({ actor, db, now }: Circumstances): Promise<Waiting[]> => {
  const { rows } = await sql<Line & { begun: boolean }>`
    select m.id, m.body_id, m.title, m.starts, w.meeting_id is not null as begun
      from meetings m left join minutes w on (w.organisation_id, w.meeting_id) = (m.organisation_id, m.id)
     where m.state = 'closed' and not m.outside and coalesce(w.state, 'draft') = 'draft'
       and ${isScribe(actor.personId!, dayOf(now))}
     order by m.starts desc`.execute(db)
  const [older, ...rest] = rows.slice(MINUTES_SHOWN).toReversed()
  return [
    ...rows.slice(0, MINUTES_SHOWN).map((row) => about(row, row.begun ? "circulate" : "write", "/rediger")),
    ...(older ? [about(older, "write_older", "/rediger", { count: rest.length + 1 })] : []),
  ]
}

// A secretariat that takes the product up late has a drawer of them: one line says so, and leads to the oldest.
const MINUTES_SHOWN = 3

const toCorrect = async ({ actor, db, now }: Circumstances): Promise<Waiting[]> => {
  const { rows } = await sql<Line & { count: number }>`
    select m.id, m.body_id, m.title, m.starts, count(*)::int as count
      from minutes_corrections c join meetings m on (m.organisation_id, m.id) = (c.organisation_id, c.meeting_id)
     where c.state = 'asked' and ${isScribe(actor.personId!, dayOf(now))}
     group by m.organisation_id, m.id order by m.starts`.execute(db)
  return rows.map((row) => about(row, "correct", "/approuver", { count: row.count }))
}

// Minutes are approved at the next meeting: where none is planned, they wait for ever.
const toApprove = async ({ actor, db, now }: Circumstances): Promise<Waiting[]> => {
  const today = dayOf(now)
  const { rows } = await sql<Line>`
    select m.id, m.body_id, m.title, m.starts
      from minutes w join meetings m on (m.organisation_id, m.id) = (w.organisation_id, w.meeting_id)
     where w.state = 'circulated' and m.body_id in (${bodiesWhere("meetings.prepare", actor.personId!, today)})
       and not exists (select from meetings n where (n.organisation_id, n.body_id) = (m.organisation_id, m.body_id)
                         and not n.outside and n.starts > m.starts and n.state in ('preparing', 'convened', 'open'))
     order by m.starts desc limit ${MINUTES_SHOWN}`.execute(db)
  return rows.map((row) => ({ ...about(row, "approve", "/approuver"), optional: true }))
}

const toSortOut = async ({ actor, db, now }: Circumstances): Promise<Waiting[]> => {
  const today = dayOf(now)
  const { rows } = await sql<Line & { count: number }>`
    select m.id, m.body_id, m.title, m.starts, count(*)::int as count
      from agenda_items i join meetings m on (m.organisation_id, m.id) = (i.organisation_id, i.meeting_id)
     where i.state = 'proposed' and m.state in ('preparing', 'convened') and m.starts >= ${today}::date
       and m.body_id in (${bodiesWhere("meetings.prepare", actor.personId!, today)})
     group by m.organisation_id, m.id order by m.starts`.execute(db)
  return rows.map((row) => about(row, "proposals", "/preparer#propositions", { count: row.count }))
}

// A letter that came back, or of which nobody knows whether it arrived: until the meeting, somebody may be told otherwise.
const toReach = async ({ actor, db, now }: Circumstances): Promise<Waiting[]> => {
  const today = dayOf(now)
  const { rows } = await sql<Line & { count: number }>`
    select m.id, m.body_id, m.title, m.starts, count(distinct s.person_id)::int as count
      from sendings s join meetings m on (m.organisation_id, m.id) = (s.organisation_id, s.meeting_id)
     where s.state in ('refused', 'given_up', 'bounced', 'unknown') and s.again_id is null
       and (s.kind = 'withdrawal' or not exists (
             select from invitations v
              where (v.organisation_id, v.meeting_id, v.person_id) = (s.organisation_id, s.meeting_id, s.person_id)
                and v.withdrawn_at is not null))
       and m.state = 'convened' and m.starts >= ${today}::date
       and m.body_id in (${bodiesWhere("meetings.convene", actor.personId!, today)})
     group by m.organisation_id, m.id order by m.starts`.execute(db)
  return rows.map((row) => ({
    ...about(row, "reach", "/convoquer", { count: row.count }),
    due: row.starts.toPlainDate(),
  }))
}

// A calendar answered from an address we do not know: until somebody says whose it is, that person has not answered.
const toAttribute = async ({ actor, db, now }: Circumstances): Promise<Waiting[]> => {
  const today = dayOf(now)
  const { rows } = await sql<Line & { count: number }>`
    select m.id, m.body_id, m.title, m.starts, count(*)::int as count
      from stray_answers a join meetings m on (m.organisation_id, m.id) = (a.organisation_id, a.meeting_id)
     where a.settled_at is null and m.state = 'convened' and m.starts >= ${today}::date
       and m.body_id in (${bodiesWhere("meetings.convene", actor.personId!, today)})
     group by m.organisation_id, m.id order by m.starts`.execute(db)
  return rows.map((row) => ({
    ...about(row, "stray", "/convoquer", { count: row.count }),
    due: row.starts.toPlainDate(),
  }))
}

const toPropose = async ({ actor, db, now }: Circumstances): Promise<Waiting[]> => {
  const today = dayOf(now)
  const { rows } = await sql<Line & { until: Temporal.PlainDate }>`
    select * from (
      select m.id, m.body_id, m.title, m.starts, coalesce(m.propose_until, m.starts::date - 1) as until from meetings m
       where m.state = 'preparing' and not m.outside and m.starts >= ${today}::date
         and m.body_id in (${bodiesOf(actor.personId!, today)})
         and m.body_id not in (${bodiesWhere("meetings.prepare", actor.personId!, today)})) as open
     where until between ${today}::date and ${today.add({ days: DAYS_AHEAD })}::date
     order by until limit 5`.execute(db)
  return rows.map((row) => ({ ...about(row, "propose", "/proposer"), due: row.until, optional: true }))
}

/** Its sentence is `meetings.waiting.<what>`, its button `meetings.waiting.<what>.act`. */
const about = (
  { id, body_id, title, starts }: Line,
  what: string,
  page = "",
  facts: Record<string, string | number> = {},
): Waiting => ({
  key: `meetings.waiting.${what}`,
  act: `meetings.waiting.${what}.act`,
  facts: { title, day: starts.toPlainDate().toString(), ...facts },
  at: `/reunions/${id}${page}`,
  body_id,
})
