import { anyOf } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import type { Ballot } from "../ballot.ts"
import { isTeller } from "../operation/is-teller.ts"

/** Who holds the papers of a vote: whoever manages it, and its tellers. */
export const keepsVotes = anyOf<Pick<Ballot, "body_id" | "operation_id">>(holds("decisions.manage"), isTeller)
