export { type Entry, entriesBetween } from "./entries.ts"
export type { CalendarFeedRow } from "./tables.ts"
