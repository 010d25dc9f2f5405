import type { RichText } from "../rich-text/schema.ts"
import {
  blocksOf,
  decisionData,
  headData,
  labelsOf,
  type PaperDecision,
  type PaperFact,
  type PaperHead,
  type PaperTask,
  type Signature,
  sizeOf,
} from "./paper-head.ts"
import { typeset } from "./typeset.ts"

export { type MinutesPaper, minutesPdf } from "./minutes-paper.ts"
export type { PaperDecision, PaperFact, PaperHead, PaperTask, Signature } from "./paper-head.ts"

/** A letter that convenes, alike for all: `title` is its object. Dates and hours are written by the caller. */
export type ConvocationPaper = PaperHead & {
  /** Lines under the name of the body: address, mail, telephone. */
  sender: string[]
  /** "Valmont, le 5 mai 2026" */
  place_and_date: string
  opening: RichText | string
  /** When, where, link. */
  facts: PaperFact[]
  items: LetterItem[]
  /** Names of the papers sent with it. */
  papers?: string[]
  closing?: RichText | string
  /** The rule that made the date: "Convoquée 16 jours avant pour 15 requis (règlement, art. 12)." */
  rule?: string
  signatures: Signature[]
  /** Present when the rulebook knows proxies: the form to cut out at the foot. */
  proxy?: { title: string; sentence: string; rule?: string }
}
export type LetterItem = { number?: string; title: string; lead?: string; purpose?: string; time?: string }
export type Recipient = {
  name: string
  /** Street, postcode and town, country: at most five lines fit in the window. */
  address: string[]
  /** "Chère Georgette," */
  salutation?: string
}

/** One convocation, as a letter for a window envelope. */
export const convocationPdf = (paper: ConvocationPaper, recipient: Recipient) => lettersPdf(paper, [recipient])

/** The same letter for many in one PDF, each on its own sheet when printed on both sides. @throws without recipient */
export const lettersPdf = (paper: ConvocationPaper, recipients: Recipient[]) => batchesPdf([{ paper, recipients }])

/**
 * Letters of several kinds in one PDF, in the order given; with `tick`, its title, a last page lists them with a box each, for
 * the hand that folds and posts. @throws without recipient
 */
export function batchesPdf(batches: { paper: ConvocationPaper; recipients: Recipient[] }[], tick?: string) {
  const [first] = batches
  const letters = batches.flatMap(({ recipients }, kind) => recipients.map((recipient) => ({ ...recipient, kind })))
  if (!first || !letters.length) throw new Error("letters need a recipient")
  const data = { ...headData(first.paper), kinds: batches.map(({ paper }) => letterData(paper)), letters, tick }
  return typeset({ template: "letters", data, standard: "a-2a" })
}

const letterData = (paper: ConvocationPaper) => ({
  title: paper.title,
  reference: paper.reference,
  sender: paper.sender,
  place_and_date: paper.place_and_date,
  opening: blocksOf(paper.opening),
  facts: paper.facts,
  items: paper.items,
  papers: paper.papers ?? [],
  closing: blocksOf(paper.closing),
  rule: paper.rule,
  signatures: signatureRows(paper.signatures),
  proxy: paper.proxy,
})

export type AgendaPaper = PaperHead & {
  when: string
  stamp?: string
  facts?: PaperFact[]
  items: AgendaItem[]
  closing?: string
}
export type AgendaItem = LetterItem & {
  /** "10 min" */
  minutes?: string
  notes?: RichText | string
  proposal?: RichText | string
  papers?: string[]
}

export function agendaPdf(paper: AgendaPaper) {
  const items = paper.items.map((item) => ({
    ...item,
    lead: [item.purpose, item.lead].filter(Boolean).join(" · "),
    notes: blocksOf(item.notes),
    proposal: blocksOf(item.proposal),
    size: sizeOf(item.notes) + sizeOf(item.proposal),
  }))
  const { when, stamp, closing, facts = [] } = paper
  return typeset({
    template: "agenda",
    data: { ...headData(paper), when, stamp, closing, facts, items },
    standard: "a-2a",
  })
}

export type AttendanceSheetPaper = PaperHead & {
  when: string
  facts?: PaperFact[]
  people: { name: string; quality?: string; proxy?: string }[]
  /** Rows left empty for those who come unannounced. */
  blank?: number
  closing?: string
  signatures?: Signature[]
}

/** The sheet that goes round and is signed by hand. */
export function attendanceSheetPdf(paper: AttendanceSheetPaper) {
  const { when, closing, people, facts = [], blank = 0 } = paper
  const signatures = signatureRows(paper.signatures ?? [])
  const data = { ...headData(paper), when, closing, people, facts, blank, signatures }
  return typeset({ template: "attendance-sheet", data, standard: "a-2a" })
}

export type ExtractPaper = PaperHead & {
  when: string
  stamp?: string
  facts: PaperFact[]
  /** What the decision rests on: visas, considerations, a sentence on the debate. */
  grounds?: RichText | string
  decision: PaperDecision
  tasks?: PaperTask[]
  /** "Pour extrait certifié conforme au registre." */
  certified: string
  place_and_date: string
  signatures: Signature[]
  fingerprint?: string
}

/** One decision, certified to be as it stands in the register. */
export function extractPdf(paper: ExtractPaper) {
  const { when, stamp, facts, certified, place_and_date, fingerprint, tasks = [] } = paper
  const data = {
    ...headData(paper),
    when,
    stamp,
    facts,
    grounds: blocksOf(paper.grounds),
    decision: decisionData(paper.decision),
    tasks,
    certified,
    place_and_date,
    signatures: signatureRows(paper.signatures),
    fingerprint,
  }
  return typeset({ template: "extract", data, standard: "a-2a" })
}

export type RightsPaper = PaperHead & { people: RightsOfPerson[] }
export type RightsOfPerson = {
  name: string
  subtitle?: string
  facts?: PaperFact[]
  groups: { heading: string; intro?: string; rows: [may: string, where: string, why: string][] }[]
}

/** A page for each person: what each may do, and the mandate or grant it comes from. */
export function rightsPdf(paper: RightsPaper) {
  const people = paper.people.map((person) => ({ ...person, facts: person.facts ?? [] }))
  return typeset({ template: "rights", data: { ...headData(paper), people }, standard: "a-2a" })
}

export type ListPaper = PaperHead & {
  /** The small word over the title: "Liste", "Registre". */
  kind: string
  subtitle?: string
  facts?: PaperFact[]
  /** `width` is a share of the page; `null` takes what the longest cell needs. */
  columns: { title: string; width?: number | null; align?: "left" | "right" }[]
  rows: string[][]
  landscape?: boolean
  note?: string
}

/** Any table, printed. A row with too few cells is filled up, one with too many is cut. */
export function listPdf(paper: ListPaper) {
  const { kind, subtitle, columns, note, facts = [], landscape = columns.length > 6 } = paper
  const rows = paper.rows.map((row) => columns.map((_, index) => row[index] ?? ""))
  const none_yet = labelsOf(paper).none_yet
  const data = { ...headData(paper), kind, subtitle, columns, note, facts, landscape, rows, none_yet }
  return typeset({ template: "list", data, standard: "a-2a" })
}

/** What is held about a person, group by group; each row says when, what, and a note. */
export type HeldPaper = PaperHead & {
  kind: string
  lead: string
  facts: PaperFact[]
  columns: [when: string, what: string, note: string]
  groups: {
    heading: string
    intro?: string
    columns?: [string, string, string]
    rows: (readonly [when: string, what: string, note: string])[]
  }[]
}

export function heldPdf({ kind, lead, facts, columns, groups, ...head }: HeldPaper) {
  return typeset({
    template: "held",
    data: { ...headData(head), kind, lead, facts, columns, groups },
    standard: "a-2a",
  })
}

export type ReceiptPaper = PaperHead & {
  /** The small word over the title. */
  kind: string
  facts: PaperFact[]
  /** "ANNULÉ", where it is. */
  stamp?: string
  note?: string
  place_and_date: string
  signatures: Signature[]
}

/** What was received, from whom, and by whom it is signed. */
export function receiptPdf(paper: ReceiptPaper) {
  const { kind, facts, stamp, note, place_and_date } = paper
  const data = {
    ...headData(paper),
    kind,
    facts,
    stamp,
    note,
    place_and_date,
    signatures: signatureRows(paper.signatures),
  }
  return typeset({ template: "receipt", data, standard: "a-2a" })
}

/** Members' cards, eight a sheet to cut; one alone has a page of its own. */
export const cardsPdf = (paper: PaperHead & { kind: string; cards: { name: string; lines: string[] }[] }) =>
  typeset({ template: "cards", data: { ...headData(paper), kind: paper.kind, cards: paper.cards } })

/** Address labels, 24 a sheet of 70 × 37 mm. */
export const labelsPdf = (paper: PaperHead & { addresses: string[][] }) =>
  typeset({ template: "labels", data: { ...headData(paper), addresses: paper.addresses } })

const signatureRows = (signatures: Signature[]) => signatures.map(({ role, name }) => [role, name])

/** A square of light and dark that a telephone reads, and the same address for the eye. */
export type CodePaper = { modules: boolean[][]; address: string; said: string }

/** A page to be seen from three metres: who, what is offered, and the code. */
export const posterPdf = (paper: PaperHead & { offer: string; code: CodePaper }) =>
  typeset({ template: "poster", data: { ...headData(paper), offer: blocksOf(paper.offer), code: paper.code } })

export type SignUpPaper = PaperHead & {
  offer: string
  code: CodePaper
  /** Lines to write on. */
  fields: string[]
  wish: string
  /** Boxes to tick. */
  wishes: string[]
  message: string
  data: string
  agree: string
  sign: string
}

/** The form of a page open to all, on paper: for a stand, and for whoever has no telephone. */
export function signUpPdf({ offer, data, code, fields, wish, wishes, message, agree, sign, ...head }: SignUpPaper) {
  const rest = { code, fields, wish, wishes, message, agree, sign }
  return typeset({
    template: "sign-up",
    data: { ...headData(head), ...rest, offer: blocksOf(offer), words_of_data: blocksOf(data) },
  })
}
