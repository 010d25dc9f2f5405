import { event } from "../../../kernel/event.ts"

type MinutesFacts = { meetingId: string; bodyId: string }
/** The scribe's own words. `merged`: two people wrote at once. */
export const minutesWritten = event<{ meetingId: string; version: number; merged: boolean }>()("minutes.written")
/** Its number, VAL-2026-PV-0004, from its year and number. */
export const minutesCirculated = event<MinutesFacts & { year: number; number: number }>()("minutes.circulated")
export const correctionAsked = event<{ meetingId: string; correctionId: string; itemId: string | null }>()(
  "minutes.correctionAsked",
)
export const correctionAnswered = event<{ meetingId: string; correctionId: string; taken: boolean }>()(
  "minutes.correctionAnswered",
)
/** `approvedIn`: the meeting that approved them. */
export const minutesApproved = event<MinutesFacts & { approvedIn: string }>()("minutes.approved")
