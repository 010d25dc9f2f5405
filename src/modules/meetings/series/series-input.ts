import { z } from "zod"
import { line } from "../../../kernel/input.ts"
import { type Series, seriesSchema } from "../../../kernel/calendar/series.ts"
import { invalid } from "../../../kernel/refusal.ts"

/** What a person says of a series; the zone is the body's. */
export const seriesFields = {
  title: line(),
  rule: seriesSchema.omit({ zone: true }),
  place: line().nullish(),
  link: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullish(),
  typeId: z.uuid().nullish(),
  /** A meeting of others that one only attends: nothing to convene, nothing to write. */
  outside: z.boolean().default(false),
  host: line().nullish(),
}

/** The rule with its zone; a series whose last day is before its first is refused. */
export const ruleIn = (rule: Omit<Series, "zone">, zone: string): Series => {
  if (rule.until && rule.until < rule.from) invalid(["rule", "until"], "ends_before_it_begins")
  return { ...rule, zone }
}
