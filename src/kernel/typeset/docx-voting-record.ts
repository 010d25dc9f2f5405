import { HeadingLevel, Paragraph } from "docx"
import { documentOf, heading, line, said, signaturesOf, soft, tableOf } from "./docx.ts"
import { numbering } from "./docx-lists.ts"
import { labelsOf } from "./paper-head.ts"
import type { VoteOfRecord, VotingRecord } from "./voting-papers.ts"

/** The record of votes as a Word document: the same data as the PDF, for a letterhead, or for a word of one's own. */
export const votingRecordDocx = (paper: VotingRecord): Promise<Uint8Array> => {
  const lists = numbering()
  const { annex } = labelsOf(paper)
  const children = [
    line(paper.body, { bold: true }),
    line([paper.kind, paper.stamp?.toUpperCase(), paper.reference].filter(Boolean).join(" · "), {
      color: soft,
      size: 18,
    }),
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      children: [said(paper.title, paper.title.length > 90 ? { size: 30 } : {})],
    }),
    ...(paper.when ? [line(paper.when, { color: soft, size: 24 })] : []),
    ...(paper.status ? [line(paper.status, { color: soft })] : []),
    ...tableOf(paper.facts.map((fact) => [...fact])),
    ...paper.votes.flatMap((vote, at) => voteOf(vote, paper.isAlone ? "" : `${at + 1}. `)),
    ...(paper.votes.length === 0 ? [line(paper.none)] : []),
    // Nobody signs a page on its own.
    ...linesOf(paper.closing).map((words) => new Paragraph({ keepNext: true, children: [said(words)] })),
    ...rowsOf(paper.signatures).flatMap((row) => signaturesOf(row)),
    ...paper.annexes.flatMap(({ title, columns, rows }) => [
      new Paragraph({
        heading: HeadingLevel.HEADING_2,
        pageBreakBefore: true,
        children: [said(`${annex} · ${title}`)],
      }),
      ...tableOf(
        rows,
        columns.map((name) => ({ title: name, width: 1 })),
      ),
    ]),
  ]
  return documentOf(paper, lists, children)
}

const voteOf = (vote: VoteOfRecord, number: string) => [
  ...(vote.title ? [heading([`${number}${vote.title}`, vote.round].filter(Boolean).join(", "))] : []),
  ...linesOf(vote.question).map((words) => line(words)),
  // The lines of a fact, as those of a list of candidates, are one line each.
  ...tableOf(vote.facts.flatMap(([word, value]) => value.split("\n").map((part, at) => [at === 0 ? word : "", part]))),
  ...tableOf(vote.figures.map(([word, value]) => [word, value || blank])),
  ...tableOf(
    vote.voices.rows.map((row) => [...row]),
    vote.voices.columns.map((title, at) => ({ title, width: at === 0 ? 4 : 1 })),
  ),
  ...(vote.result
    ? [
        new Paragraph({ keepNext: true, children: [said(vote.result.word, { color: soft, size: 18 })] }),
        line(vote.result.sentence, { bold: true }),
      ]
    : []),
  ...(vote.steps.list.length > 0
    ? [
        new Paragraph({ keepNext: true, children: [said(vote.steps.word, { color: soft, size: 18 })] }),
        ...vote.steps.list.map((step, at) =>
          line(vote.steps.list.length > 1 ? `${at + 1}. ${step}` : step, { size: 19 }),
        ),
      ]
    : []),
  ...vote.notes.map((note) => line(note, { size: 19 })),
  ...(vote.explain ? [line(vote.explain, { color: soft, size: 18 }), line(blank), line(blank)] : []),
  ...(vote.recount
    ? [
        line(vote.recount.lead, { color: soft, size: 18 }),
        line(vote.recount.address, { size: 18 }),
        line(vote.recount.command, { size: 18 }),
      ]
    : []),
]

/** To be written by hand. */
const blank = "………………"

const linesOf = (text: string) => text.split("\n").filter((words) => words.trim())

/** Three beside one another: more are too narrow for a hand and a name. */
const rowsOf = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / 3) }, (_, at) => all.slice(at * 3, at * 3 + 3))
