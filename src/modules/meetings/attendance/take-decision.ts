import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import type { Event } from "../../../kernel/event.ts"
import { day, hour, line, text } from "../../../kernel/input.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import {
  correctDecision,
  findDecisionToChange,
  recordDecision,
  resultOf,
  type Waiver,
} from "../../decisions/contract.ts"
import type { Item } from "../agenda/find-item.ts"
import type { Meeting } from "../meeting.ts"
import { approveFrom } from "../minutes/approve.ts"
import { officialLanguage } from "../minutes/store.ts"
import type { MeetingLaw } from "./law-of.ts"
import { findItemToHold, mayHold, stillHeld } from "./may-hold.ts"
import { momentSaid } from "./moment.ts"
import { roomOf } from "./room-of.ts"
import { secondConvocationOf, secondSentence, takenUpAgain } from "./second-convocation.ts"

const count = z.int().min(0).max(1_000_000)
const vote = z.enum(["for", "against", "abstained", "blank"])
const said = {
  text: text(10_000).min(1),
  title: line().optional(),
  how: z.enum(["consent", "show_of_hands", "roll_call", "ballot"]),
  votes: z.object({ for: count, against: count, abstained: count.default(0), blank: count.default(0) }).nullish(),
  roll: z
    .array(z.object({ personId: z.uuid(), vote }))
    .max(2000)
    .nullish(),
  chair: z.enum(["for", "against"]).nullish(),
  adopted: z.boolean().nullish(),
}

/**
 * Takes a decision on an item, under the next number of the body, with the quorum of that very moment frozen into it. The
 * minutes that an item asks to approve are approved by it.
 */
export const takeDecision = command({
  name: "decisions.take",
  input: z.object({ itemId: z.uuid(), ...said, reviewOn: day().nullish(), at: hour().nullish() }),
  find: ({ itemId }, given) => findItemToHold(itemId, given),
  allow: mayHold,
  async run({ input, subject: { item, meeting }, ...given }) {
    const { db, now } = given
    await stillHeld(meeting, db)
    const at = momentSaid(meeting, { at: input.at, now, otherwise: item.opened_at ?? meeting.opened_at })
    const { law, quorumAt } = await roomOf(meeting, given)
    const quorum = quorumAt(at)
    const waiver = quorum.reached ? null : await waiverFor(item, meeting, law, given)
    const rule = law.majority.value
    const taken = await recordDecision(
      {
        ...input,
        bodyId: meeting.body_id,
        origin: { meetingId: meeting.id, itemId: item.id },
        matterId: item.matter_id,
        title: input.title ?? item.title,
        confidential: item.confidential || meeting.confidential,
        at,
        year: at.toZonedDateTimeISO(meeting.zone).year,
      },
      resultOf(input, rule, { quorum, waived: waiver !== null }, quorum.members),
      { quorum, waiver, rule },
      given,
    )
    await db
      .updateTable("agenda_items")
      .set({ opened_at: item.opened_at ?? at, outcome: "decided" })
      .where("id", "=", item.id)
      .execute()
    const isApproval = item.automatic === "approve-minutes" && item.about_meeting_id && taken.facts.adopted
    const approved: Event[] = isApproval ? await approveFrom(item.about_meeting_id!, meeting, at, given) : []
    return [taken, ...approved]
  },
})

/** Puts right the text or the figures of a decision, under its number, until the minutes circulate. */
export const correctTaken = command({
  name: "decisions.correct",
  input: z.object({ decisionId: z.uuid(), ...said }),
  find: ({ decisionId }, given) => findTaken(decisionId, given),
  allow: mayHold,
  async run({ input, subject: { decision, meeting }, ...given }) {
    await stillHeld(meeting, given.db)
    return correctDecision(decision, input, given)
  },
})

// What the rulebook allows comes first; a reason that somebody wrote is kept, and marked irregular.
const waiverFor = async (
  item: Item,
  meeting: Meeting,
  law: MeetingLaw,
  given: Circumstances,
): Promise<Waiver | null> => {
  const second = await secondConvocationOf(meeting, law, given)
  if (second && (await takenUpAgain(meeting, second, given)).has(item.id))
    return { words: secondSentence(second, await officialLanguage(given)), regular: true }
  return meeting.quorum_waiver ? { words: meeting.quorum_waiver, regular: false } : null
}

const findTaken = async (decisionId: string, given: Circumstances) => {
  const where = await given.db
    .selectFrom("decisions")
    .select("item_id")
    .where("id", "=", decisionId)
    // What a vote of its own has counted is not announced anew.
    .where("ballot_id", "is", null)
    .where("election_id", "is", null)
    .executeTakeFirst()
  const found = where?.item_id ? await findItemToHold(where.item_id, given) : undefined
  const decision = found && (await findDecisionToChange(decisionId, given.db))
  return decision && { ...found, decision }
}
