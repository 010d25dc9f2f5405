import type { ReadOf } from "../../../shell/api.ts"

/** What the pages that hold a meeting and write its minutes are drawn from. */
export type Held = ReadOf<"attendance.read">
export type HeldItem = Held["items"][number]
export type MinutesRead = ReadOf<"minutes.read">
export type Minutes = NonNullable<MinutesRead["minutes"]>
