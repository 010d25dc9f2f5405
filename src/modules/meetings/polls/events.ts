import { event } from "../../../kernel/event.ts"

export const pollOpened = event<{ pollId: string; bodyId: string; options: number }>()("polls.opened")
export const pollAnswered = event<{ pollId: string; personId: string }>()("polls.answered")
/** `meetingId` is the meeting made or moved; null when the poll was closed without a choice. */
export const pollClosed = event<{ pollId: string; optionId: string | null; meetingId: string | null }>()("polls.closed")
