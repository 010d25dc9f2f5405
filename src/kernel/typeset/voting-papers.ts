import { headData, type PaperFact, type PaperHead, type Signature } from "./paper-head.ts"
import { repeatSheets } from "./repeat-sheets.ts"
import { typeset } from "./typeset.ts"

/** The same paper so many times, four to a sheet where it fits, then two, then one. `title`: the vote. */
export type BallotPapers = PaperHead & {
  copies: number
  /** "Assemblée statutaire, 2e tour" */
  over: string
  /** The words put to the vote, where the title does not say all. */
  question: string
  /** How to fill it in. */
  how: string
  options: string[]
  /** `tick`: a box; `rank`: a box wide enough for a number. */
  mark: "tick" | "rank"
  /** What makes it blank, what makes it void. */
  notes: string[]
}

/**
 * To cut. No number, no page, no mark of its own on any of them: a paper that could be told apart would be no secret vote. The last
 * sheet is a whole one.
 */
export async function ballotPapersPdf({ copies, over, question, how, options, mark, notes, ...head }: BallotPapers) {
  const data = { ...headData(head), over, question: lines(question), how, options, mark, notes }
  // Four papers are drawn: on how many pages says how many stand on one. The back of the very last is left out where it is white.
  return repeatSheets(await typeset({ template: "ballot-papers", data }), (drawn) => {
    const pages = Math.ceil(drawn / 4)
    return { first: pages, wanted: drawn < 4 ? Math.ceil((copies * drawn) / 4) : copies * pages }
  })
}

export type TallySheet = PaperHead & {
  kind: string
  over: string
  facts: PaperFact[]
  /** Lines of squares for each row: enough for as many papers as are expected. */
  lines: number
  groups: {
    heading: string
    lead?: string
    /** What stands before the squares; "" is left to be written. */
    rows: string[]
  }[]
  columns: { name: string; squares: string; total: string }
  /** Figures to write at the end. */
  totals: string[]
  closing: string
  signatures: Signature[]
}

/** For the table where papers are opened: squares to tick one by one, in fives. */
export const tallySheetPdf = ({
  kind,
  over,
  facts,
  lines: many,
  groups,
  columns,
  totals,
  closing,
  ...rest
}: TallySheet) =>
  typeset({
    template: "tally-sheet",
    data: {
      ...headData(rest),
      kind,
      over,
      facts,
      lines: many,
      groups,
      columns,
      totals,
      closing,
      signatures: rows(rest.signatures),
    },
    standard: "a-2a",
  })

const lines = (text: string) => text.split("\n").filter((line) => line.trim())
const rows = (signatures: Signature[]) => signatures.map(({ role, name }) => [role, name])
