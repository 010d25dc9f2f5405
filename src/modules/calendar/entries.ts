import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { bodiesOf, bodiesWhere } from "../mandates/contract.ts"
import { isSeen, lastDaysToConvene } from "../meetings/contract.ts"
import { memberDaysBetween } from "../members/contract.ts"
import { stepsDueBetween } from "../welcome/contract.ts"
import { letterDaysBetween } from "./letters-due.ts"
import { nextStepsBetween } from "./next-steps.ts"
import { textsDueBetween } from "./texts-due.ts"
import { answersBetween, bare, officeDaysBetween, sittingDaysBetween } from "./outside.ts"

/** Something that stands on a day. `meeting` has its hours; a task and a last day have none. */
export type Entry = {
  kind:
    | "meeting"
    | "task"
    | "convene"
    | "propose"
    | "step"
    | "application"
    | "dues"
    | "reminder"
    | "office_end"
    | "declaration"
    | "answer"
    | "text"
    | "letter"
    | "sitting"
    | "lodging"
    | "next_step"
  /** Of the meeting, the task, the newcomer, the mandate or the request; of a declaration, of the body and its rule. */
  id: string
  at: string
  day: Temporal.PlainDate
  starts: Temporal.PlainDateTime | null
  minutes: number
  zone: string | null
  title: string
  body_id: string
  body_name: string
  place: string | null
  /** Of a meeting or a task. */
  state: string
  outside: boolean
  /** How many people dues or a reminder are about. */
  count: number
  /** What the reader answered; null: not yet, or not asked. */
  answer: "present" | "excused" | "proxy" | null
  /** The reader's own invitation, to answer from here. */
  invitation_id: string | null
  /** Who goes to an outside meeting. */
  going: string[]
}

export type Span = { from: Temporal.PlainDate; to: Temporal.PlainDate; bodyId?: string | undefined }

/**
 * What stands between two days, both included, for the actor: meetings of their bodies, their tasks, the steps of newcomers that are
 * theirs, days of members and dues, the last days they keep, the ends of external mandates and what is to be declared of them, the
 * answers that services owe, the days by which texts must leave and letters be answered, the sittings of assemblies and the last days to lodge for them, and the next steps of the
 * matters they lead or work on.
 */
export const entriesBetween = async (span: Span, given: Circumstances): Promise<Entry[]> =>
  [
    ...(await meetingsBetween(span, given)),
    ...(await tasksBetween(span, given)),
    ...(await stepsDueBetween(span, given)).map((step) => ({
      ...bare,
      ...step,
      kind: "step" as const,
      state: "open",
      at: `/arrivants/${step.id}`,
    })),
    ...(await memberDaysBetween(span, given)).map((one) => ({ ...bare, ...one, state: "open" })),
    ...(await lastDaysBetween(span, given)),
    ...(await officeDaysBetween(span, given)),
    ...(await answersBetween(span, given)),
    ...(await textsDueBetween(span, given)),
    ...(await letterDaysBetween(span, given)),
    ...(await sittingDaysBetween(span, given)),
    ...(await nextStepsBetween(span, given)),
  ].toSorted(inOrder)

const meetingsBetween = async ({ from, to, bodyId }: Span, { actor, db, now }: Circumstances): Promise<Entry[]> => {
  const { rows } = await sql<Omit<Entry, "kind" | "at">>`
    select m.id, m.starts::date as day, m.starts, m.minutes, m.zone, m.title, m.body_id, b.name as body_name, m.place, m.state,
           m.outside, 0 as count, v.answer, v.id as invitation_id, ${going} as going
      from meetings m
      join bodies b on (b.organisation_id, b.id) = (m.organisation_id, m.body_id)
      left join invitations v on (v.organisation_id, v.meeting_id) = (m.organisation_id, m.id)
                             and v.person_id = ${actor.personId} and v.withdrawn_at is null
     where m.starts >= ${from}::date and m.starts < ${to.add({ days: 1 })}::date
       and (${bodyId ?? null}::uuid is null or m.body_id = ${bodyId ?? null})
       and ${isSeen(actor.personId!, dayOf(now))}`.execute(db)
  return rows.map((row) => ({ ...row, kind: "meeting", at: `/reunions/${row.id}` }))
}

// Of our own meetings the page says who comes; of the outside ones one wants to know at a glance that somebody goes.
const going = sql`case when m.outside then array(
  select p.given_name || ' ' || p.family_name
    from invitations w join people p on (p.organisation_id, p.id) = (w.organisation_id, w.person_id)
   where (w.organisation_id, w.meeting_id) = (m.organisation_id, m.id) and w.withdrawn_at is null and w.answer = 'present'
   order by p.folded collate "C") else '{}' end`

const tasksBetween = async ({ from, to, bodyId }: Span, { actor, db }: Circumstances): Promise<Entry[]> => {
  const { rows } = await sql<Pick<Entry, "id" | "day" | "title" | "body_id" | "body_name" | "state">>`
    select t.id, t.due as day, t.what as title, t.body_id, b.name as body_name, t.state
      from tasks t join bodies b on (b.organisation_id, b.id) = (t.organisation_id, t.body_id)
     where t.owner_id = ${actor.personId} and t.state <> 'dropped' and t.due between ${from}::date and ${to}::date
       and (${bodyId ?? null}::uuid is null or t.body_id = ${bodyId ?? null})`.execute(db)
  return rows.map((row) => ({ ...bare, ...row, kind: "task", at: `/taches/${row.id}` }))
}

const lastDaysBetween = async ({ from, to, bodyId }: Span, { actor, db, now }: Circumstances): Promise<Entry[]> => {
  const today = dayOf(now)
  // A notice runs for two months at the very most: a meeting further away has its last day after `to`.
  const { rows } = await sql<MeetingToCome>`
    select m.id, m.title, m.starts, m.body_id, b.name as body_name, b.country, t.notice_rule,
           coalesce(m.propose_until, m.starts::date - 1) as propose_until,
           m.body_id in (${bodiesWhere("meetings.convene", actor.personId!, today)}) as convenes
      from meetings m
      join bodies b on (b.organisation_id, b.id) = (m.organisation_id, m.body_id)
      left join meeting_types t on (t.organisation_id, t.id) = (m.organisation_id, m.type_id)
     where m.state = 'preparing' and not m.outside
       and m.starts >= ${from}::date and m.starts < ${to.add({ days: 63 })}::date
       and (${bodyId ?? null}::uuid is null or m.body_id = ${bodyId ?? null})
       and m.body_id in (${bodiesOf(actor.personId!, today)})`.execute(db)
  const lastDays = await lastDaysToConvene(rows, today, db)
  return rows
    .flatMap((row, index): Entry[] => [
      { ...lastDayOf(row), kind: "propose", at: `/reunions/${row.id}/preparer`, day: row.propose_until },
      ...(row.convenes && lastDays[index]
        ? [
            {
              ...lastDayOf(row),
              kind: "convene" as const,
              at: `/reunions/${row.id}/convoquer`,
              day: lastDays[index].last_lawful,
            },
          ]
        : []),
    ])
    .filter(({ day }) => Temporal.PlainDate.compare(day, from) >= 0 && Temporal.PlainDate.compare(day, to) <= 0)
}

type MeetingToCome = {
  id: string
  title: string
  starts: Temporal.PlainDateTime
  body_id: string
  body_name: string
  country: string
  notice_rule: string | null
  propose_until: Temporal.PlainDate
  convenes: boolean
}

const lastDayOf = ({ id, title, body_id, body_name }: MeetingToCome) => ({
  ...bare,
  id,
  title,
  body_id,
  body_name,
  state: "preparing",
})

// By day; what has no hour first, then by hour.
const inOrder = (a: Entry, b: Entry): number =>
  Temporal.PlainDate.compare(a.day, b.day) ||
  (a.starts && b.starts ? Temporal.PlainDateTime.compare(a.starts, b.starts) : Number(!b.starts) - Number(!a.starts)) ||
  a.title.localeCompare(b.title, "fr")
