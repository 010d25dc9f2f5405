import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { isOfBody } from "../../mandates/contract.ts"
import { keepMeetingConfided } from "../confided.ts"
import { itemProposed } from "../events.ts"
import { findMeetingToChange } from "../store.ts"
import { itemFields, papers, written } from "./item-input.ts"
import { openToProposals } from "./proposal.ts"
import { addPapers, checkLinks, insertItem } from "./store.ts"

/** Any member proposes an item, until the day the meeting says. The secretariat answers. */
export const proposeItem = command({
  name: "agenda.propose",
  input: z.object({
    meetingId: z.uuid(),
    title: itemFields.title,
    purpose: itemFields.purpose.default("discuss"),
    minutes: itemFields.minutes.default(10),
    matterId: itemFields.matterId,
    description: itemFields.description,
    proposedDecision: itemFields.proposedDecision,
    confidential: itemFields.confidential.default(false),
    paperIds: papers.default([]),
  }),
  find: ({ meetingId }, { db }) => findMeetingToChange(meetingId, db),
  allow: isOfBody,
  async run({ input, subject: meeting, ...given }) {
    const { actor, now } = given
    openToProposals(meeting, dayOf(now, meeting.zone))
    await checkLinks(input, meeting, given)
    const itemId = await insertItem(
      {
        organisation_id: actor.organisation,
        meeting_id: meeting.id,
        position: null,
        state: "proposed",
        title: input.title,
        purpose: input.purpose,
        presenter_id: actor.personId,
        minutes: input.minutes,
        confidential: input.confidential,
        matter_id: input.matterId ?? null,
        description: written(input.description),
        proposed_decision: input.proposedDecision || null,
        proposed_by: actor.personId,
        proposed_at: now,
      },
      meeting,
      given,
    )
    await addPapers({ itemId, bodyId: meeting.body_id, fileIds: input.paperIds }, given)
    const isSealed = input.paperIds.length > 0 && (input.confidential || meeting.confidential)
    const turned = isSealed ? await keepMeetingConfided(meeting.id, given) : []
    return [itemProposed({ itemId, meetingId: meeting.id }), ...turned]
  },
})
