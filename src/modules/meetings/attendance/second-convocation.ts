import { sql } from "kysely"
import { refuse } from "../../../kernel/refusal.ts"
import type { Rule } from "../../../kernel/law/rule.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { dayOnly } from "../../../kernel/words/dates.ts"
import type { Language } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import type { Meeting } from "../meeting.ts"
import { findMeeting } from "../store.ts"
import type { MeetingLaw } from "./law-of.ts"
import { roomOf } from "./room-of.ts"

/** A meeting convened again because the number lacked: what it takes up again is decided whatever the number. */
export type SecondConvocation = {
  /** Those of which the number lacked, the last one first; as many as the rulebook wants. */
  firsts: Meeting[]
  rule: Rule
}

/**
 * The second convocation, if the rulebook knows it (`….quorum.waived_after`: after how many meetings without the number) and
 * as many meetings came before. Each is the one that was named, or else the last one held of the same type, convened in
 * order, of which the number was never there; then this one must have been convened after it.
 */
export const secondConvocationOf = async (
  meeting: Meeting,
  { waivedAfter }: Pick<MeetingLaw, "waivedAfter">,
  given: Circumstances,
): Promise<SecondConvocation | null> => {
  const { value, record } = waivedAfter
  if (!value || !record) return null
  const firsts: Meeting[] = []
  let last: Meeting | undefined = meeting
  while (firsts.length < value) {
    last = await firstOf(last, given)
    if (!last) return null
    firsts.push(last)
  }
  return { firsts, rule: record }
}

/** Whether an item was on the agenda each time: it came back by itself, has the same title, or asks to approve the same minutes. */
export const isTakenUpAgain = async (
  item: { id: string },
  { firsts }: SecondConvocation,
  { db }: Pick<Circumstances, "db">,
): Promise<boolean> => {
  const { rows } = await sql<{ meetings: number }>`
    with recursive back as (
      select i.id, i.from_item_id from agenda_items i where i.id = ${item.id}
      union
      select i.id, i.from_item_id from agenda_items i join back on i.id = back.from_item_id)
    select count(distinct was.meeting_id)::int as meetings
      from agenda_items was join agenda_items i on i.id = ${item.id}
     where was.meeting_id = any(${firsts.map(({ id }) => id)}::uuid[]) and was.state = 'accepted'
       and (was.id in (select id from back) or lower(trim(was.title)) = lower(trim(i.title))
            or was.automatic = 'approve-minutes' and was.about_meeting_id = i.about_meeting_id)`.execute(db)
  return rows[0]!.meetings === firsts.length
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

const firstOf = async (meeting: Meeting, given: Circumstances): Promise<Meeting | undefined> => {
  if (meeting.first_meeting_id) {
    const named = await findMeeting(meeting.first_meeting_id, given.db)
    return named?.closed_at && !(await roomOf(named, given)).quorumAt(named.closed_at).reached ? named : undefined
  }
  if (!meeting.convened_at) return undefined
  const last = await lastOfType(meeting, given)
  if (!last?.closed_at || Temporal.Instant.compare(meeting.convened_at, last.closed_at) < 0) return undefined
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
