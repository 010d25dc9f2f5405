import { headData, type PaperHead } from "./paper-head.ts"
import { typeset } from "./typeset.ts"

/** A sheet for each person with a code to type or to scan, to be folded into an envelope with a window. */
export type CodeSheetsPaper = PaperHead & {
  lead: string
  /** What to do, in order. */
  steps: string[]
  /** Beside the square. */
  scan: string
  /** Over the code. */
  label: string
  notes: string[]
  sheets: { address: string[]; code: string; square: { modules: boolean[][]; address: string } }[]
}

export const codeSheetsPdf = ({ lead, steps, scan, label, notes, sheets, ...head }: CodeSheetsPaper) =>
  typeset({ template: "code-sheet", data: { ...headData(head), lead, steps, scan, label, notes, sheets } })
