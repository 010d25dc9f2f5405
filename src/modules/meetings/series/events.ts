import { event } from "../../../kernel/event.ts"

/** `made` and `cancelled`: how many meetings it put on the calendar, and took off it. */
type Effect = { seriesId: string; made: number; cancelled: number }
export const seriesBegun = event<Effect>()("series.begun")
export const seriesChanged = event<Effect>()("series.changed")
export const seriesEnded = event<Effect>()("series.ended")
export const occurrenceSkipped = event<{ seriesId: string; day: string; cancelled: number }>()("series.skipped")
