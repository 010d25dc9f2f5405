import { z } from "zod"
import { day } from "../../kernel/input.ts"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { entriesBetween } from "./entries.ts"

// A month with the days around it is 42; a year of a busy region is thousands of rows that nobody reads at once.
const DAYS_AT_MOST = 100

/** The calendar between two days, both included; of one body, or of all that the reader sees. */
export const calendarBetween = read({
  name: "calendar.between",
  input: z.object({ from: day(), to: day(), bodyId: z.uuid().optional() }).refine(
    ({ from, to }) => {
      // A day that does not read has its own sentence; zod asks this question all the same.
      if (!(from instanceof Temporal.PlainDate && to instanceof Temporal.PlainDate)) return true
      const { days } = from.until(to, { largestUnit: "day" })
      return days >= 0 && days <= DAYS_AT_MOST
    },
    { message: "too_long_a_span", path: ["to"] },
  ),
  allow: isSignedIn,
  run: async ({ input, ...given }) => ({ entries: await entriesBetween(input, given) }),
})
