import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { ids, text } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { holds } from "../../mandates/contract.ts"
import { queueLetters } from "../../post/contract.ts"
import { secondAhead } from "../attendance/second-told.ts"
import { notYetOpen, type Meeting } from "../meeting.ts"
import { findMeetingToChange, updateMeeting } from "../store.ts"
import { meetingConvened } from "./events.ts"
import { orderFor, subjectOf } from "./orders.ts"
import { type Plan, planOf } from "./plan.ts"
import { insertGuests, insertInvitations } from "./store.ts"
import { holdingUp } from "./missing.ts"

/** Freezes who is convened and queues a letter to each; the worker sends them once this is committed. */
export const conveneMeeting = command({
  name: "meetings.convene",
  input: z.object({
    meetingId: z.uuid(),
    /** People convened beside those of the type of meeting; they come without a vote. */
    guestIds: ids(500).default([]),
    /** How many people the page named: another number is refused, for somebody joined or left meanwhile. */
    people: z.int().min(0).optional(),
    /** After the last day: the urgency the rulebook knows, or an irregularity owned up to. */
    urgencyReason: text(2000).min(1).nullish(),
    irregularReason: text(2000).min(1).nullish(),
    /** Too soon for a second convocation: it is a meeting like another, and the number stays required. */
    asOrdinary: z.boolean().default(false),
  }),
  find: ({ meetingId }, { db }) => findMeetingToChange(meetingId, db),
  allow: holds("meetings.convene"),
  async run({ input, subject: meeting, ...given }) {
    const { db, now } = given
    await preparedWhole(meeting, given)
    const second = await secondAhead(meeting, given)
    const plan = await planOf(meeting, input.guestIds, given, { isSecond: second !== null })
    if (plan.people.length === 0) refuse("meetings.nobody_to_convene")
    if (input.people !== undefined && input.people !== plan.people.length)
      refuse("meetings.people_changed", { seen: input.people, people: plan.people.length })
    const isTooSoon = second !== null && second.is_too_soon && !input.asOrdinary
    const reasons = inTime(plan, isTooSoon, input)
    const invitations = await insertInvitations(meeting, plan.people, db)
    await insertGuests(meeting, input.guestIds, now, db)
    await updateMeeting(meeting, { state: "convened", convened_at: now, ...reasons }, db)
    const subject = await subjectOf("convocation", meeting, db)
    await queueLetters(
      plan.people.map((person) =>
        orderFor("convocation", meeting, person, invitations.get(person.person_id)!, subject),
      ),
      given,
    )
    const byMail = plan.people.filter(({ means }) => means === "email").length
    return meetingConvened({
      meetingId: meeting.id,
      people: plan.people.length,
      byMail,
      byPost: plan.people.length - byMail,
      late: plan.is_late,
      tooSoon: isTooSoon,
    })
  },
})

const preparedWhole = async (meeting: Meeting, given: Parameters<typeof holdingUp>[1]) => {
  notYetOpen(meeting)
  if (meeting.outside) refuse("meetings.outside")
  if (meeting.state === "convened") refuse("meetings.already_convened")
  const [first, ...others] = await holdingUp(meeting, given)
  if (first) refuse("something_missing", { count: others.length + 1, first: first.key })
}

/** In time, nothing to say. Late, or too soon after a meeting without the number, the reason is kept and said in the letter. */
const inTime = (
  plan: Plan,
  isTooSoon: boolean,
  reasons: { urgencyReason?: string | null | undefined; irregularReason?: string | null | undefined },
) => {
  // Urgency shortens a notice; it brings no second meeting nearer to the first.
  const urgent = plan.is_late && plan.urgency ? (reasons.urgencyReason ?? null) : null
  const isIrregular = isTooSoon || (plan.is_late && !urgent)
  if (isIrregular && !reasons.irregularReason)
    return isTooSoon
      ? refuse("meetings.second_too_soon")
      : refuse("meetings.convened_late", { last_day: plan.deadline!.last_lawful.toString() })
  return { urgency_reason: urgent, irregular_reason: isIrregular ? reasons.irregularReason! : null }
}
