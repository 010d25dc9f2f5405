import { z } from "zod"
import { day } from "../../../kernel/input.ts"
import { invalid } from "../../../kernel/refusal.ts"

/** The ring and the days of a membership, as people type them. `until` is the last day; without it, it lasts. */
export const membershipDates = z.object({
  ring: z.enum(["member", "sympathiser", "supporter", "contact", "former"]),
  since: day(),
  until: day().nullish(),
  dues_until: day().nullish(),
})

export type MembershipDates = z.output<typeof membershipDates>

/** The last day is not before the first. Declines the field `until`. */
export const inOrder = <D extends { since: Temporal.PlainDate; until?: Temporal.PlainDate | null | undefined }>(
  dates: D,
): D =>
  dates.until && Temporal.PlainDate.compare(dates.until, dates.since) < 0 ? invalid(["until"], "ends_before") : dates
