import type { Selectable } from "kysely"
import { refuse } from "../../kernel/refusal.ts"
import type { InstitutionKind } from "../offices/contract.ts"
import { type Share, shareOut } from "./keys/share.ts"
import type { DesignationRow } from "./tables.ts"

export type Designation = Selectable<DesignationRow> & {
  zone: string
  country: string
  body_name: string
  institution: string
  institution_kind: InstitutionKind
  sent_by_name: string | null
}

export const steps = ["prepare", "seats", "people", "decision", "designation"] as const
export type Step = (typeof steps)[number] | "designated" | "abandoned"

export type Moments = Pick<
  Designation,
  | "seats"
  | "groups_key"
  | "groups_settled"
  | "components_key"
  | "components_settled"
  | "given_seats"
  | "decided_at"
  | "designated_at"
  | "abandoned_at"
> & { people: number }

/** Where it stands: the step whose work comes next. Seats come first: without them nobody knows how many to put forward. */
export const stepOf = (it: Moments): Step => {
  if (it.abandoned_at) return "abandoned"
  if (it.designated_at) return "designated"
  const { ours, components } = seatsOf(it)
  if (ours === null || (components && components.seats.includes(null))) return "seats"
  if (it.people === 0) return "people"
  return it.decided_at ? "designation" : "decision"
}

/** The seats as its keys share them today. `ours` null: they hang on equals between whom nobody decided. */
export const seatsOf = (
  it: Pick<
    Designation,
    "seats" | "groups_key" | "groups_settled" | "components_key" | "components_settled" | "given_seats"
  >,
): { groups: Share | null; ours: number | null; components: Share | null } => {
  const groups = it.groups_key && shareOut(it.groups_key, it.seats, it.groups_settled)
  const ours = it.given_seats ?? (groups ? groups.seats[it.groups_key!.ours!]! : it.seats)
  const components =
    it.components_key && ours !== null ? shareOut(it.components_key, ours, it.components_settled) : null
  return { groups, ours, components }
}

/** Neither designated nor given up: somebody may have done it while a page was open. */
export const stillPrepared = (designation: Designation): Designation => {
  if (designation.designated_at) refuse("designations.is_designated")
  if (designation.abandoned_at) refuse("designations.is_abandoned")
  return designation
}
