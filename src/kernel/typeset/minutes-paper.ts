import type { RichText } from "../rich-text/schema.ts"
import type { PaperLabels } from "./labels.ts"
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
} from "./paper-head.ts"
import { typeset } from "./typeset.ts"

export type MinutesPaper = PaperHead & {
  /** "jeudi 21 mai 2026, de 19 h 34 à 21 h 52 · salle des Tanneurs, Valmont" */
  when: string
  /** A word in a frame and across the pages: "projet". Absent once approved. */
  stamp?: string
  /** A sentence under the heading: "Approuvé le 12 juin 2026 avec une correction." */
  status?: string
  facts: {
    presides?: string
    secretary?: string
    convocation?: string
    present?: string
    represented?: string
    excused?: string
    absent?: string
    quorum?: string
  }
  /** The scribe's own words before the items. */
  opening?: RichText | string
  items: MinutesItem[]
  /** The sentence that ends the meeting: "La séance est levée à 21 h 52." */
  closing?: string
  /** The scribe's own words after it. */
  afterword?: RichText | string
  corrections?: { place?: string; text: string }[]
  signatures: Signature[]
  /** The annexed list. `status` in words: "présente", "excusé". */
  attendance?: Attendance[]
  /** Hash of the head of the journal when these minutes were closed. */
  fingerprint?: string
}
export type MinutesItem = {
  number?: string
  title: string
  /** "19 h 34" */
  time?: string
  /** A line under the title: purpose, presenter, papers. */
  lead?: string
  notes: RichText | string
  decisions?: PaperDecision[]
  tasks?: PaperTask[]
}
export type Attendance = {
  name: string
  quality?: string
  status: string
  arrived?: string
  left?: string
  proxy?: string
}

/** The minutes of a meeting, as a tagged PDF/A-2a. */
export const minutesPdf = (paper: MinutesPaper) =>
  typeset({ template: "minutes", data: minutesData(paper), standard: "a-2a" })

export function minutesData(paper: MinutesPaper) {
  const labels = labelsOf(paper)
  return {
    ...headData(paper),
    when: paper.when,
    stamp: paper.stamp,
    status: paper.status,
    facts: minutesFacts(paper),
    items: paper.items.map((item) => ({
      ...item,
      notes: blocksOf(item.notes),
      decisions: (item.decisions ?? []).map(decisionData),
      tasks: item.tasks ?? [],
    })),
    opening: blocksOf(paper.opening),
    closing: paper.closing,
    afterword: blocksOf(paper.afterword),
    corrections: paper.corrections,
    signatures: paper.signatures.map(({ role, name }) => [role, name]),
    fingerprint: paper.fingerprint,
    attendance: paper.attendance?.length ? attendanceTable(paper.attendance, labels) : undefined,
  }
}

/** Pairs of a word and a sentence, in the order they are printed. */
export function minutesFacts(paper: MinutesPaper): PaperFact[] {
  const labels = labelsOf(paper)
  const order = [
    "presides",
    "secretary",
    "convocation",
    "present",
    "represented",
    "excused",
    "absent",
    "quorum",
  ] as const
  return order.flatMap((key): PaperFact[] => {
    const sentence = paper.facts[key]
    return sentence ? [[labels[key], sentence]] : []
  })
}

/** The annexed list as a table: columns that nobody fills are left out. */
export function attendanceTable(people: Attendance[], labels: PaperLabels) {
  const all = [
    { key: "name", width: 3 },
    { key: "quality", width: 2 },
    { key: "status", width: null },
    { key: "arrived", width: null },
    { key: "left", width: null },
    { key: "proxy", width: 2.2 },
  ] as const
  const used = all.filter(({ key }) => people.some((person) => person[key]))
  return {
    columns: used.map(({ key, width }) => ({ title: labels[key], width })),
    rows: people.map((person) => used.map(({ key }) => person[key] ?? "")),
  }
}
