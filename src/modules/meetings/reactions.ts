import { record } from "../../kernel/command.ts"
import { after, within } from "../../kernel/reaction.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { bodyClosed, bodyFounded } from "../bodies/contract.ts"
import { decisionReopened } from "../decisions/contract.ts"
import { comeBack, nextOfFamily } from "./agenda/come-back.ts"
import { meetingCancelled } from "./events.ts"
import { meetingClosed } from "./attendance/events.ts"
import { minutesCirculated } from "./minutes/events.ts"
import { foundMeetingTypes } from "./found-types.ts"
import { refuseWhileOpen } from "./refuse-while-open.ts"
import { findMeeting } from "./store.ts"

/** Each in one line: when … , then … */
export const reactions = [
  within(bodyFounded, "give the body the types of meeting of its profile", ({ bodyId }, given) =>
    foundMeetingTypes(bodyId, given),
  ),
  within(bodyClosed, "refuse while a meeting, a series or a poll is open in it", ({ bodyId }, given) =>
    refuseWhileOpen(bodyId, given),
  ),
  within(decisionReopened, "put it on the agenda it was reopened for", async (it, given) => {
    const happened = it.meetingId ? await comeBack(it.meetingId, given, it.decisionId) : []
    if (happened.length > 0) await record(happened, given)
  }),
  after(minutesCirculated, "ask the next meeting to approve the minutes", (it, given) =>
    bringBack(it.meetingId, given),
  ),
  after(meetingClosed, "bring what was left undecided to the next meeting", (it, given) =>
    bringBack(it.meetingId, given),
  ),
  after(meetingCancelled, "bring what it had taken up to the next meeting", (it, given) =>
    bringBack(it.meetingId, given),
  ),
]

const bringBack = async (meetingId: string, given: Circumstances) => {
  const meeting = await findMeeting(meetingId, given.db)
  const next = meeting && (await nextOfFamily(meeting, given.db))
  const happened = next ? await comeBack(next, given) : []
  if (happened.length > 0) await record(happened, given)
}
