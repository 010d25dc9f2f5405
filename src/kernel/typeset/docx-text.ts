import { HeadingLevel, Paragraph } from "docx"
import { blocks, documentOf, heading, line, said, signaturesOf, soft, tableOf } from "./docx.ts"
import { numbering } from "./docx-lists.ts"
import { blocksOf } from "./paper-head.ts"
import type { TextPaper } from "./text-paper.ts"

/** A text as a Word document: the same data as the PDF, to be worked on or pasted into the form of an assembly. */
export const textDocx = (paper: TextPaper): Promise<Uint8Array> => {
  const lists = numbering()
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
    ...tableOf(paper.facts.map((fact) => [...fact])),
    ...blocks(blocksOf(paper.text), lists),
    ...paper.parts.flatMap((part) => [heading(part.heading), ...blocks(blocksOf(part.text), lists)]),
    ...(paper.place_and_date ? [new Paragraph({ keepNext: true, children: [said(paper.place_and_date)] })] : []),
    ...signaturesOf(paper.signatures),
  ]
  return documentOf(paper, lists, children)
}
