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

export type SigningList = PaperHead & {
  kind: string
  when: string
  /** Present while the roll may still change. */
  stamp?: string
  status?: string
  facts: PaperFact[]
  words: { number: string; name: string; proxy: string }
  people: { name: string; proxy: string }[]
  /** `signed`: who has voted already, by their place among `people`, in a word. */
  votes: { letter: string; title: string; signed: ReadonlyMap<number, string> }[]
  closing: string
  signatures: Signature[]
}

// More boxes beside one another are too narrow for a hand.
const BOXES = 6

/** The list that voters sign, by their number on the roll. */
export function signingListPdf({
  votes,
  people,
  closing,
  kind,
  when,
  stamp,
  status,
  facts,
  words,
  ...rest
}: SigningList) {
  const lists = Array.from({ length: Math.ceil(votes.length / BOXES) }, (_, at) => {
    const some = votes.slice(at * BOXES, (at + 1) * BOXES)
    return {
      legend: votes.length > 1 ? some.map(({ letter, title }) => [letter, title]) : [],
      columns: some.map(({ letter, title }) => (votes.length > 1 ? letter : title)),
      marks: some.map(({ signed }) => Object.fromEntries([...signed].map(([place, mark]) => [place + 1, mark]))),
    }
  })
  const data = { ...headData(rest), kind, when, stamp, status, facts, words, people, lists, closing: lines(closing) }
  const proxies = people.some(({ proxy }) => proxy !== "")
  const landscape = votes.length > 3
  return typeset({
    template: "signing-list",
    data: { ...data, proxies, landscape, signatures: rows(rest.signatures) },
    standard: "a-2a",
  })
}

export type VotingRecord = PaperHead & {
  kind: string
  when: string
  /** A word in a frame and across the pages: "projet". Absent once all is counted. */
  stamp?: string
  status?: string
  facts: PaperFact[]
  votes: VoteOfRecord[]
  /** One vote, with its rounds: nothing to number, and the title of the paper is its own. */
  isAlone: boolean
  /** Said where there is no vote at all. */
  none: string
  closing: string
  signatures: Signature[]
  annexes: { title: string; columns: string[]; rows: string[][] }[]
}
export type VoteOfRecord = {
  title: string
  /** "2e tour" */
  round: string
  question: string
  facts: PaperFact[]
  /** A word and a number; without a number, a place to write it by hand. */
  figures: [word: string, number: string][]
  voices: { columns: [name: string, votes: string, elected: string]; rows: [string, string, string][] }
  result?: { word: string; sentence: string }
  steps: { word: string; list: string[] }
  notes: string[]
  /** What is to be explained by hand, on lines left for it. */
  explain: string
  /** Where the ballots are, and the command that counts them again. */
  recount?: { lead: string; address: string; command: string }
}

/** The record of a voting operation, to be signed. */
export function votingRecordPdf({
  kind,
  when,
  stamp,
  status,
  facts,
  votes,
  isAlone,
  none,
  closing,
  annexes,
  ...rest
}: VotingRecord) {
  const said = votes.map(({ question, voices, ...vote }) => ({
    ...vote,
    question: lines(question),
    columns: voices.columns.map((title, at) => ({
      title,
      width: at === 0 ? 1 : null,
      align: at === 1 ? "right" : "left",
    })),
    voices: voices.rows,
  }))
  const tables = annexes.map((one) => ({ ...one, columns: one.columns.map((title) => ({ title, width: 1 })) }))
  const data = {
    ...headData(rest),
    kind,
    when,
    stamp,
    status,
    facts,
    votes: said,
    alone: isAlone,
    none,
    closing: lines(closing),
    annexes: tables,
  }
  return typeset({
    template: "voting-record",
    data: { ...data, signatures: rows(rest.signatures) },
    standard: "a-2a",
  })
}

const lines = (text: string) => text.split("\n").filter((line) => line.trim())
const rows = (signatures: Signature[]) => signatures.map(({ role, name }) => [role, name])
