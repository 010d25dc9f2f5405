import { type Rule, rule } from "../../../kernel/rule.ts"
import type { Exchange } from "../store.ts"

/** Whoever noted it may say it better, as long as they read the file: `find` asks that. */
export const notedIt: Rule<Pick<Exchange, "logged_by">> = rule(
  "notedIt",
  ({ logged_by }, { actor }) => actor.personId !== null && logged_by === actor.personId,
)
