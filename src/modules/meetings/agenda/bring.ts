import { invalid, refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import { itemAdded } from "../events.ts"
import { stillOnTheWay } from "../meeting.ts"
import { findMeetingToChange } from "../store.ts"
import { insertItem, makeRoom } from "./store.ts"

/**
 * Puts something of another chapter on the agenda of a meeting, with a link back to it, for whoever prepares that meeting. Its event
 * goes beside that of the command that asked.
 */
export const bringItem = async (
  {
    meetingId,
    bodyId,
    title,
    matterId,
    back,
    proposed,
  }: {
    meetingId: string
    bodyId: string
    title: string
    matterId: string | null
    back: { words: string; at: string }
    /** The decision it would be, where somebody proposed one already. */
    proposed: string | null
  },
  given: Circumstances,
): Promise<ReturnType<typeof itemAdded>> => {
  const { actor, db, now, origin } = given
  const meeting = await findMeetingToChange(meetingId, db)
  if (!meeting || meeting.body_id !== bodyId || meeting.outside) return invalid(["meetingId"], "unknown_meeting")
  if (!(await holds("meetings.prepare")(meeting, given))) refuse("not_allowed", { command: "agenda.add" }, 403)
  stillOnTheWay(meeting)
  const itemId = await insertItem(
    {
      organisation_id: actor.organisation,
      meeting_id: meeting.id,
      position: await makeRoom(meeting.id, 1, db),
      title: title.slice(0, 300),
      purpose: "decide",
      presenter_id: null,
      minutes: 10,
      confidential: false,
      matter_id: matterId,
      description: {
        type: "doc",
        content: [
          {
            type: "paragraph",
            content: [
              { type: "text", text: back.words, marks: [{ type: "link", attrs: { href: `${origin}${back.at}` } }] },
            ],
          },
        ],
      },
      proposed_decision: proposed,
      proposed_by: null,
      added_after: meeting.state !== "preparing",
      changed_by: actor.personId,
      changed_at: now,
    },
    meeting,
    given,
  )
  return itemAdded({ itemId, meetingId: meeting.id })
}
