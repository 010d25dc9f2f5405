import { z } from "zod"
import { text } from "../../../kernel/input.ts"
import { invalid } from "../../../kernel/refusal.ts"
import type { Call } from "../call.ts"

/** What a candidate brings. */
export const candidacyFields = { statement: text(10_000).min(1), photoId: z.uuid().nullable().default(null) }

/** The statement, within the length that the call asks of everybody. */
export const shortEnough = (statement: string, { statement_max }: Pick<Call, "statement_max">): string =>
  statement.length > statement_max
    ? invalid(["statement"], "calls.too_long", { maximum: statement_max, length: statement.length })
    : statement
