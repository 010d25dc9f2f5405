import type { Selectable } from "kysely"
import { refuse } from "../../../kernel/refusal.ts"
import type { DecisionRow } from "../tables.ts"

export type Decision = Selectable<DecisionRow>
export type DecisionState = Decision["state"]

/** A decision that stands: only such a one is carried out, superseded, reopened or looked at again. Refuses otherwise. */
export const standing = <D extends Pick<Decision, "state">>(decision: D, ...also: DecisionState[]): D => {
  if (decision.state !== "in_force" && !also.includes(decision.state)) refuse(`decisions.is_${decision.state}`)
  return decision
}

/** Whether its tasks say that it is carried out: it had some, and none is left to do. */
export const seemsCarriedOut = (
  decision: Pick<Decision, "state">,
  tasks: readonly { state: "open" | "done" | "dropped" }[],
): boolean =>
  decision.state === "in_force" &&
  tasks.some(({ state }) => state === "done") &&
  tasks.every(({ state }) => state !== "open")
