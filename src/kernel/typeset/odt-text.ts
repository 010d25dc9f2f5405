import { blocks, facts, heading, odtOf, paragraph, signatures } from "./odt.ts"
import { blocksOf } from "./paper-head.ts"
import type { TextPaper } from "./text-paper.ts"

/** A text as an OpenDocument: the same data as the PDF and the Word document, for an assembly that works with neither. */
export const textOdt = async (paper: TextPaper): Promise<Uint8Array> =>
  odtOf(paper, [
    paragraph(paper.body, "Body"),
    paragraph([paper.kind, paper.stamp?.toUpperCase(), paper.reference].filter(Boolean).join(" · "), "Soft"),
    heading(1, paper.title),
    paper.when ? paragraph(paper.when, "Soft") : "",
    facts(paper.facts),
    blocks(blocksOf(paper.text)),
    ...paper.parts.map((part) => heading(2, part.heading) + blocks(blocksOf(part.text))),
    paper.place_and_date ? paragraph(paper.place_and_date) : "",
    signatures(paper.signatures),
  ])
