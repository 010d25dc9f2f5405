import type { Selectable } from "kysely"
import { refuse } from "../../kernel/refusal.ts"
import type { ElectionRow } from "./tables.ts"

export type Election = Selectable<ElectionRow> & { zone: string; body_name: string }

/** The chain of an election without candidate; then it is over, with somebody elected or with nobody. */
export const steps = ["role", "nominations", "reasons", "changes", "proposal", "consent"] as const
export type Step = (typeof steps)[number] | "elected" | "closed"

export type Moments = Pick<
  Election,
  "opened_at" | "revealed_at" | "changes_at" | "settled_at" | "proposal_id" | "elected_at" | "closed_at"
>

/** Where it stands: the step whose work comes next. */
export const stepOf = (it: Moments): Step => {
  if (it.closed_at) return "closed"
  if (it.elected_at) return "elected"
  if (!it.opened_at) return "role"
  if (!it.revealed_at) return "nominations"
  if (!it.changes_at) return "reasons"
  if (!it.settled_at) return "changes"
  return it.proposal_id ? "consent" : "proposal"
}

/** It stands at this step, or at one of these: somebody may have moved it on while a page was open. */
export const atStep = (election: Election, ...which: Step[]): Election => {
  const step = stepOf(election)
  if (which.includes(step)) return election
  if (step === "closed") refuse("consent.closed")
  if (step === "elected") refuse("consent.is_elected")
  const at = (one: Step) => steps.findIndex((each) => each === one)
  const isPast = at(step) > Math.max(...which.map(at))
  return refuse(isPast ? "consent.moved_on" : "consent.not_yet")
}

/** Neither elected nor closed. */
export const notOver = (election: Election): Election => {
  const step = stepOf(election)
  if (step === "closed") refuse("consent.closed")
  if (step === "elected") refuse("consent.is_elected")
  return election
}
