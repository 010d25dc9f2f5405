import type { Circumstances } from "../../kernel/rule.ts"
import { lodgingDeadline, type LodgingKind } from "../sittings/contract.ts"
import type { TextKind } from "./kinds.ts"
import { openStates } from "./flow.ts"
import type { Text } from "./seen.ts"

/** What the rules of assemblies call each kind that is lodged. */
const lodged: Partial<Record<TextKind, LodgingKind>> = {
  amendment: "amendment",
  sub_amendment: "sub_amendment",
  wish: "voeu",
  motion: "motion",
  oral_question: "oral_question",
  topical_question: "topical_question",
  written_question: "written_question",
  interpellation: "interpellation",
}

/** How long a text that has not left may still be lodged for its item, counted back from the sitting by the rules of its assembly. */
export const deadlineOf = async (
  { kind, state, sitting_item_id }: Pick<Text, "kind" | "state" | "sitting_item_id">,
  given: Circumstances,
) => {
  const called = lodged[kind]
  const waits = [...openStates, "validated", "signed"].includes(state)
  if (!called || !sitting_item_id || !waits) return null
  const found = await lodgingDeadline({ itemId: sitting_item_id, kind: called }, given)
  if (!found?.last_lawful || found.daysLeft === null) return null
  return { last: found.last_lawful, days_left: found.daysLeft, late: found.late, article: found.rule.legal_basis }
}
