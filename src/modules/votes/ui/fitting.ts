import type { FormValues } from "../../../shell/form.tsx"

/** The ways to count that fit what is being written, as the server sees it. */
export const fitting = (values: FormValues): string[] => {
  if (values["kind"] !== "candidates") return ["majority"]
  if (values["manner"] === "hand") return ["plurality", "approval"]
  return ["plurality", "approval", ...(Number(values["seats"]) > 1 ? ["scottish"] : ["instant_runoff", "schulze"])]
}
