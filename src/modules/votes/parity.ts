import type { Bounds } from "../../kernel/counting/bounds.ts"
import type { Ballot } from "./ballot.ts"

/**
 * Women and men half each among those elected, give or take one for an odd number of seats; who is written as neither is counted in
 * neither. Where too few stand the seat stays vacant: the rule says half, and a vacancy is seen.
 */
export const parityBounds = ({ forms, seats }: Pick<Ballot, "forms" | "seats">): Bounds[] =>
  (["f", "m"] as const).map((form) => ({
    of: forms.flatMap((one, at) => (one === form ? [at] : [])),
    least: Math.floor(seats / 2),
    most: Math.ceil(seats / 2),
    unmet: "vacant",
  }))
