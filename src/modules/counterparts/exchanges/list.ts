import { z } from "zod"
import { read } from "../../../kernel/read.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { exchangeFilters, findExchanges } from "./find.ts"

/** Exchanges in sight, the last first. */
export const listExchanges = read({
  name: "exchanges.list",
  input: exchangeFilters.extend({
    limit: z.int().min(1).max(200).default(50),
    /** How many rows were already read, as text. */
    after: z.string().max(20).optional(),
  }),
  allow: isSignedIn,
  async run({ input, ...given }) {
    const offset = Math.max(0, Number.parseInt(input.after ?? "0", 10) || 0)
    const rows = await findExchanges(input, { limit: input.limit + 1, offset }, given)
    return {
      rows: rows.slice(0, input.limit),
      next: rows.length > input.limit ? String(offset + input.limit) : null,
    }
  },
})
