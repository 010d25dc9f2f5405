import { sql } from "kysely"
import { refuse } from "../../../kernel/refusal.ts"
import type { Rule } from "../../../kernel/law/rule.ts"
import { valueInWords } from "../../../kernel/law/value-in-words.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { dayOnly } from "../../../kernel/words/dates.ts"
import type { Language } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import type { Meeting } from "../meeting.ts"
import { findMeeting } from "../store.ts"
import type { Purpose } from "../tables.ts"
import type { MeetingLaw } from "./law-of.ts"
import { roomOf } from "./room-of.ts"

/** A meeting convened again because the number lacked: what it takes up again is decided whatever the number. */
export type SecondConvocation = {
  /** Those of which the number lacked, the last one first; as many as the rulebook wants. */
  firsts: Meeting[]
  rule: Rule
  /** The day from which it counts as one, by the rule of the interval; null where nobody has said how long that is. */
  earliest: Temporal.PlainDate | null
  interval: Rule | null
}

/** The second convocation that a meeting is: convened, and far enough from the first. */
export const secondConvocationOf = async (
  meeting: Meeting,
  law: Law,
  given: Circumstances,
): Promise<SecondConvocation | null> => {
  const second = meeting.state === "preparing" ? null : await takesUpAgain(meeting, law, given)
  return second && !isTooSoon(meeting, second) ? second : null
}

/**
 * What a meeting takes up again, convened or about to be, if the rulebook knows the second convocation
 * (`….quorum.waived_after`: after how many meetings without the number) and as many meetings came before. Each is the one
 * that was named, or else the last one held of the same type, convened in order, of which the number was never there; then
 * this one must be convened after it. Whether it comes too soon is for who asks.
 */
export const takesUpAgain = async (
  meeting: Meeting,
  { waivedAfter, interval }: Law,
  given: Circumstances,
): Promise<SecondConvocation | null> => {
  const { value, record } = waivedAfter
  if (!value || !record) return null
  const firsts: Meeting[] = []
  let last = meeting
  while (firsts.length < value) {
    const first = await firstOf(last, given)
    if (!first) return null
    // The second of two came too soon: it was none, and this is no third.
    if (firsts.length > 0 && isTooSoon(last, { earliest: earliestAfter(first, interval) })) return null
    firsts.push(first)
    last = first
  }
  return { firsts, rule: record, earliest: earliestAfter(firsts[0]!, interval), interval: interval.record }
}

export const isTooSoon = ({ starts }: Meeting, { earliest }: Pick<SecondConvocation, "earliest">): boolean =>
  earliest !== null && Temporal.PlainDate.compare(starts.toPlainDate(), earliest) < 0

/** The items that were on the agenda each time, with their purpose: they came back by themselves, have the same title, or ask to approve the same minutes. */
export const takenUpAgain = async (
  { id }: Pick<Meeting, "id">,
  { firsts }: Pick<SecondConvocation, "firsts">,
  { db }: Pick<Circumstances, "db">,
): Promise<Map<string, Purpose>> => {
  const { rows } = await sql<{ id: string; purpose: Purpose }>`
    with recursive back as (
      select i.id as item_id, i.id, i.from_item_id from agenda_items i where i.meeting_id = ${id}
      union
      select back.item_id, i.id, i.from_item_id from agenda_items i join back on i.id = back.from_item_id)
    select i.id, i.purpose from agenda_items i join agenda_items was
        on was.meeting_id = any(${firsts.map((first) => first.id)}::uuid[]) and was.state = 'accepted'
       and ((i.id, was.id) in (select item_id, id from back) or lower(trim(was.title)) = lower(trim(i.title))
            or was.automatic = 'approve-minutes' and was.about_meeting_id = i.about_meeting_id)
     where i.meeting_id = ${id} and i.state = 'accepted'
     group by i.organisation_id, i.id having count(distinct was.meeting_id) = ${firsts.length}`.execute(db)
  return new Map(rows.map((row) => [row.id, row.purpose]))
}

/** "deuxième convocation : le nombre manquait le 5 mars 2026 (statuts, art. 12)" */
export const secondSentence = ({ firsts, rule }: SecondConvocation, language: Language): string => {
  const article = rule.legal_basis ?? rule.overridden_by
  return say(language, "meetings.minutes.quorum.second", {
    nth: firsts.length,
    days: firsts
      .map(({ starts }) => dayOnly(language, starts))
      .toReversed()
      .join(", "),
    article: article ? ` (${article})` : "",
  })
}

/** "Le nombre manquait le 5 mars 2026 : une deuxième convocation vaut à partir du 8 mars 2026 (3 jours, CGCT L4132-13)" */
export const tooSoonSentence = ({ firsts, earliest, interval }: SecondConvocation, language: Language): string =>
  say(language, "meetings.second.too_soon", {
    nth: firsts.length,
    day: dayOnly(language, firsts[0]!.starts),
    earliest: dayOnly(language, earliest!),
    rule: valueInWords(language, interval!),
    article: interval!.legal_basis ?? interval!.overridden_by ?? "",
  })

/** Refuses to name as first a meeting that is not of the body, was not held before, or had the number when it closed. */
export const checkFirst = async (firstId: string, meeting: Meeting, given: Circumstances) => {
  const first = await findMeeting(firstId, given.db)
  const isBefore =
    first?.state === "closed" &&
    first.body_id === meeting.body_id &&
    Temporal.PlainDateTime.compare(first.starts, meeting.starts) < 0
  if (!isBefore) return refuse("attendance.not_a_first")
  if ((await roomOf(first, given)).quorumAt(first.closed_at!).reached) refuse("attendance.first_had_quorum")
}

type Law = Pick<MeetingLaw, "waivedAfter" | "interval">

// Clear days lie whole between the two; days are counted from the first.
const earliestAfter = ({ starts }: Meeting, { value, record }: MeetingLaw["interval"]): Temporal.PlainDate | null =>
  value === null ? null : starts.toPlainDate().add({ days: record?.unit === "clear_days" ? value + 1 : value })

const firstOf = async (meeting: Meeting, given: Circumstances): Promise<Meeting | undefined> => {
  if (meeting.first_meeting_id) {
    const named = await findMeeting(meeting.first_meeting_id, given.db)
    return named?.closed_at && !(await roomOf(named, given)).quorumAt(named.closed_at).reached ? named : undefined
  }
  // Not convened yet: it would be now.
  const convened = meeting.convened_at ?? (meeting.state === "preparing" ? given.now : null)
  const last = convened && (await lastOfType(meeting, given))
  if (!last?.closed_at || Temporal.Instant.compare(convened!, last.closed_at) < 0) return undefined
  return (await neverReached(last, given)) ? last : undefined
}

const lastOfType = async ({ id, body_id, type_id, starts }: Meeting, { db }: Circumstances) => {
  const { rows } = await sql<Meeting>`
    select * from meetings
     where body_id = ${body_id} and type_id = ${type_id} and id <> ${id} and starts < ${starts.toString()}::timestamp
       and state = 'closed' and not outside
     order by starts desc limit 1`.execute(db)
  const last = rows[0]
  // Only a first convocation that was in order opens the way to a second one.
  return last?.convened_at && !last.irregular_reason ? last : undefined
}

const neverReached = async (meeting: Meeting, given: Circumstances): Promise<boolean> => {
  const { law, quorumAt, quorumOverTime } = await roomOf(meeting, given)
  if (!law.quorum.value || law.quorum.value.of === "nobody") return false
  const { opened_at, closed_at } = meeting
  const during = quorumOverTime().filter(
    ({ at }) => Temporal.Instant.compare(at, opened_at!) >= 0 && Temporal.Instant.compare(at, closed_at!) <= 0,
  )
  return [quorumAt(opened_at!), ...during].every(({ reached }) => !reached)
}
