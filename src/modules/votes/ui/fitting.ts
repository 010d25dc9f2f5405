import type { FormValues } from "../../../shell/form.tsx"

/** The ways to count that fit what is being written, as the server sees it. */
export const fitting = (values: FormValues): string[] => {
  const { kind, manner, seats } = values
  if (kind === "lists") return ["dhondt", "sainte_lague", "imperiali", "hare"]
  if (kind !== "candidates" && kind !== "motions") return ["majority"]
  const several = kind === "candidates" && Number(seats) > 1
  if (manner === "hand") return ["plurality", "approval", ...(several ? [] : ["absolute"])]
  const ranked = several ? ["scottish"] : ["instant_runoff", "schulze"]
  return ["plurality", "approval", "absolute", ...ranked, "majority_judgment"]
}
