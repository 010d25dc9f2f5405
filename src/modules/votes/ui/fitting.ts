import type { FormValues } from "../../../shell/form.tsx"

/** The ways to count that fit what is being written, as the server sees it. */
export const fitting = (values: FormValues): string[] => {
  if (values["kind"] !== "candidates") return ["majority"]
  const several = Number(values["seats"]) > 1
  if (values["manner"] === "hand") return ["plurality", "approval", ...(several ? [] : ["absolute"])]
  return ["plurality", "approval", "absolute", ...(several ? ["scottish"] : ["instant_runoff", "schulze"])]
}
