import { rule } from "../../../kernel/rule.ts"
import type { Candidature } from "../seen.ts"

/** The actor is the candidate. */
export const isCandidate = rule<Candidature>(
  "isCandidate",
  ({ candidacy }, { actor }) => actor.personId !== null && candidacy.person_id === actor.personId,
)
