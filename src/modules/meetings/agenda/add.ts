import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { keepMeetingConfided } from "../confided.ts"
import { itemAdded } from "../events.ts"
import { stillOnTheWay } from "../meeting.ts"
import { findMeetingToChange } from "../store.ts"
import { itemFields, papers, written } from "./item-input.ts"
import { addPapers, checkLinks, insertItem, makeRoom } from "./store.ts"
import { preparesIt } from "../prepares.ts"

export const addItem = command({
  name: "agenda.add",
  input: z.object({
    meetingId: z.uuid(),
    ...itemFields,
    purpose: itemFields.purpose.default("discuss"),
    minutes: itemFields.minutes.default(10),
    confidential: itemFields.confidential.default(false),
    paperIds: papers.default([]),
  }),
  find: ({ meetingId }, { db }) => findMeetingToChange(meetingId, db),
  allow: preparesIt,
  async run({ input, subject: meeting, ...given }) {
    const { actor, db, now } = given
    stillOnTheWay(meeting)
    await checkLinks(input, meeting, given)
    const itemId = await insertItem(
      {
        organisation_id: actor.organisation,
        meeting_id: meeting.id,
        position: await makeRoom(meeting.id, 1, db),
        title: input.title,
        purpose: input.purpose,
        presenter_id: input.presenterId ?? null,
        minutes: input.minutes,
        confidential: input.confidential,
        matter_id: input.matterId ?? null,
        description: written(input.description),
        proposed_decision: input.proposedDecision || null,
        // Whoever writes a confidential item goes on reading it, entitled to the others or not.
        proposed_by: input.confidential ? actor.personId : null,
        // Said on the agenda: those convened did not have it in their convocation.
        added_after: meeting.state !== "preparing",
        changed_by: actor.personId,
        changed_at: now,
      },
      meeting,
      given,
    )
    await addPapers({ itemId, bodyId: meeting.body_id, fileIds: input.paperIds }, given)
    const isSealed = input.paperIds.length > 0 && (input.confidential || meeting.confidential)
    const turned = isSealed ? await keepMeetingConfided(meeting.id, given) : []
    return [itemAdded({ itemId, meetingId: meeting.id }), ...turned]
  },
})
