import { after } from "../../../kernel/reaction.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { minutesPdf } from "../../../kernel/typeset/papers.ts"
import { keepFile } from "../../documents/contract.ts"
import { findMinutes } from "../attendance/may-hold.ts"
import { findMeeting } from "../store.ts"
import { minutesApproved } from "./events.ts"
import { paperOf } from "./frozen.ts"

export const minutesReactions = [
  after(minutesApproved, "keep the approved minutes as a file", ({ meetingId }, given) =>
    keepApproved(meetingId, given),
  ),
]

const keepApproved = async (meetingId: string, given: Circumstances) => {
  const meeting = await findMeeting(meetingId, given.db)
  const minutes = await findMinutes(meetingId, given.db)
  if (!meeting || minutes?.state !== "approved" || minutes.file_id) return
  const name = `${minutes.reference}.pdf`
  const kept = async (version: "open" | "full") =>
    keepFile(
      {
        bodyId: meeting.body_id,
        name: version === "full" ? name.replace(/\.pdf$/, "-C.pdf") : name,
        content: await minutesPdf(await paperOf(meeting, version, given)),
        confidential: version === "full",
      },
      given,
    )
  const file_id = await kept("open")
  const hidden = await given.db
    .selectFrom("agenda_items")
    .select("id")
    .where("meeting_id", "=", meetingId)
    .where("state", "=", "accepted")
    .where("confidential", "=", true)
    .executeTakeFirst()
  if (hidden || meeting.confidential) await kept("full")
  await given.db.updateTable("minutes").set({ file_id }).where("meeting_id", "=", meetingId).execute()
}
