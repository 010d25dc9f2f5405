import { event } from "../../../kernel/event.ts"

/** What the year asked for was put aside until it asks again, or taken up after all. */
export const occasionDismissed = event<{ bodyId: string; occasion: string }>()("year.dismissed")
export const occasionRecalled = event<{ bodyId: string; occasion: string }>()("year.recalled")

/** What the year asked for is on an agenda: of a meeting made for it, or of one that was in preparation. */
export const occasionTaken = event<{ meetingId: string; bodyId: string; occasion: string }>()("year.taken")
