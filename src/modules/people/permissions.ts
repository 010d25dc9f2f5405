import { rule } from "../../kernel/rule.ts"

/** One's own page: contact details are theirs to keep right. */
export const isThemselves = rule<{ person_id: string }>(
  "isThemselves",
  ({ person_id }, { actor }) => actor.personId === person_id,
)
