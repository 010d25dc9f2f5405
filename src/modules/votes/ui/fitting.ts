import { type FittingMethod, methodsFor } from "../../../kernel/counting/fitting.ts"
import type { FormValues } from "../../../shell/form.tsx"

/** The ways to count that fit what is being written. */
export const fitting = ({ kind, manner, seats }: FormValues): FittingMethod[] =>
  kind === "candidates" || kind === "motions" || kind === "lists"
    ? methodsFor(kind, { byHand: manner === "hand", seats: kind === "candidates" ? Number(seats) || 1 : 1 })
    : methodsFor("yes_no", { byHand: false, seats: 0 })
