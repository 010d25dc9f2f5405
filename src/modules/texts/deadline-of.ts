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

type Placed = Pick<Text, "kind" | "sitting_item_id" | "sitting_id">

/** What a text is to its assembly; a draft deliberation that no item carries asks for one. */
export const lodgedAs = ({ kind, sitting_item_id, sitting_id }: Placed): LodgingKind | undefined =>
  kind === "deliberation" && sitting_id && !sitting_item_id ? "added_item" : lodged[kind]

/** How long a text that has not left may still be lodged for its sitting, counted back from it by the rules of its assembly. */
export const deadlineOf = async (
  { kind, state, sitting_item_id, sitting_id }: Placed & Pick<Text, "state">,
  given: Circumstances,
) => {
  const called = lodgedAs({ kind, sitting_item_id, sitting_id })
  const waits = [...openStates, "validated", "signed"].includes(state)
  if (!called || !waits) return null
  const found = await lodgingDeadline({ itemId: sitting_item_id, sittingId: sitting_id, kind: called }, given)
  if (!found?.last_lawful || found.daysLeft === null) return null
  return { last: found.last_lawful, days_left: found.daysLeft, late: found.late, article: found.rule.legal_basis }
}
