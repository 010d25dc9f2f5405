/** How often somebody is told of what is new in a matter. */
export const paces = ["now", "day", "week", "never"] as const
export type Pace = (typeof paces)[number]
