import { event } from "../../../kernel/event.ts"

type MeetingFacts = { meetingId: string; bodyId: string }
/** `at`: the instant the chair opened it, ISO. */
export const meetingOpened = event<MeetingFacts & { at: string }>()("meetings.opened")
export const meetingClosed = event<MeetingFacts & { at: string }>()("meetings.closed")
/** The closing was a mistake, or something was forgotten. */
export const meetingReopened = event<MeetingFacts>()("meetings.reopened")
/** The meeting is valid without the number: why is written with it. */
export const quorumWaived = event<{ meetingId: string; waived: boolean }>()("meetings.quorumWaived")
/** Which meeting without the number it takes up again; null: the one that is found by itself. */
export const firstNamed = event<{ meetingId: string; firstId: string | null }>()("meetings.firstNamed")

/** `personIds`: those who were not in the room yet. */
export const peopleArrived = event<{ meetingId: string; personIds: string[]; at: string }>()("attendance.arrived")
export const peopleLeft = event<{ meetingId: string; personIds: string[]; at: string }>()("attendance.left")
/** Hours or distance of one stay put right; from and to as ISO instants. */
export const stayChanged = event<{
  meetingId: string
  personId: string
  from: string
  to: string
  arrivedAt: string
  leftAt: string | null
}>()("attendance.changed")
export const stayRemoved = event<{ meetingId: string; personId: string; arrivedAt: string }>()("attendance.removed")
export const proxyHanded = event<{ meetingId: string; proxyId: string; giverId: string; holderId: string }>()(
  "attendance.proxyHanded",
)
export const proxyTakenBack = event<{ meetingId: string; proxyId: string; giverId: string; holderId: string }>()(
  "attendance.proxyTakenBack",
)

type ItemFacts = { itemId: string; meetingId: string }
export const itemStarted = event<ItemFacts & { at: string }>()("agenda.started")
export const itemFinished = event<ItemFacts & { at: string; outcome: string }>()("agenda.finished")
/** `merged`: two people wrote at once, and the text is worth reading again. */
export const itemNoted = event<ItemFacts & { version: number; merged: boolean }>()("agenda.noted")
