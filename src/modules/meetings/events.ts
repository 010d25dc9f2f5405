import { event } from "../../kernel/event.ts"

export const meetingPrepared = event<{ meetingId: string; bodyId: string }>()("meetings.prepared")
/** Title, place, link, length, chair, scribe. `sequence` as it is now: raised when the meeting was already convened. */
export const meetingChanged = event<{ meetingId: string; sequence: number; isConvened: boolean }>()("meetings.changed")
/** Day or hour. `from` and `to` are wall times of the meeting's zone. */
export const meetingRescheduled = event<{
  meetingId: string
  from: string
  to: string
  sequence: number
  isConvened: boolean
}>()("meetings.rescheduled")
export const meetingCancelled = event<{ meetingId: string; sequence: number; isConvened: boolean }>()(
  "meetings.cancelled",
)

type ItemFacts = { itemId: string; meetingId: string }
export const itemAdded = event<ItemFacts>()("agenda.added")
/** `merged`: texts in which both wrote, put together word by word and worth reading again. */
export const itemChanged = event<ItemFacts & { version: number; merged: string[] }>()("agenda.changed")
export const itemRemoved = event<ItemFacts>()("agenda.removed")
export const itemPutBack = event<ItemFacts>()("agenda.putBack")
export const agendaOrdered = event<{ meetingId: string }>()("agenda.ordered")
export const itemProposed = event<ItemFacts>()("agenda.proposed")
export const itemAccepted = event<ItemFacts>()("agenda.accepted")
export const itemRefused = event<ItemFacts>()("agenda.refused")
export const itemMerged = event<ItemFacts & { intoId: string }>()("agenda.merged")
export const itemWithdrawn = event<ItemFacts>()("agenda.withdrawn")
/** What comes back by itself: `count` items, from no hand. */
export const itemsCameBack = event<{ meetingId: string; itemIds: string[] }>()("agenda.cameBack")
/** Papers came, or what is confidential did: their bytes are sealed or opened after it. */
export const papersTurned = event<{ meetingId: string }>()("agenda.papersTurned")
