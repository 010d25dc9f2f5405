import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx"
import type { PaperBlock, Run } from "../rich-text/blocks.ts"
import { withoutControls } from "../unprintable.ts"
import { type Numbering, numbering } from "./docx-lists.ts"
import { attendanceTable, minutesFacts, type MinutesItem, type MinutesPaper } from "./minutes-paper.ts"
import { afterDecision, blocksOf, labelsOf, type PaperDecision, type PaperHead, type Signature } from "./paper-head.ts"
import { taskPlain } from "./plain.ts"

// A4 between margins of an inch.
const textWidth = 11_906 - 2 * 1440
export const soft = "5B5750"
const accent = "14624A"
const warn = "8A4B0A"
const hairline = { style: BorderStyle.SINGLE, size: 4, color: "D9D3C7" }
const edge = "8D877C"
const none = { style: BorderStyle.NONE, size: 0, color: "FFFFFF" }

/** The minutes as a Word document: the same data as the PDF, to be worked on. Headings, lists and tables are real. */
export function minutesDocx(paper: MinutesPaper): Promise<Uint8Array> {
  const labels = labelsOf(paper)
  const lists = numbering()
  const children = [
    line(paper.body, { bold: true }),
    line([labels.minutes, paper.stamp?.toUpperCase(), paper.reference].filter(Boolean).join(" · "), {
      color: soft,
      size: 18,
    }),
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      children: [said(paper.title, paper.title.length > 90 ? { size: 30 } : {})],
    }),
    line(paper.when, { color: soft, size: 24 }),
    ...(paper.status ? [line(paper.status, { color: soft })] : []),
    ...tableOf(minutesFacts(paper)),
    ...blocks(blocksOf(paper.opening), lists),
    ...paper.items.flatMap((item, index) => itemOf(item, index, labels.decision, lists)),
    ...(paper.closing ? [held(paper.closing)] : []),
    ...blocks(blocksOf(paper.afterword), lists),
    ...(paper.corrections?.length ? [heading(labels.corrections)] : []),
    ...(paper.corrections ?? []).map(({ place, text }) => held(place ? `${place}${labels.colon} ${text}` : text)),
    ...signaturesOf(paper.signatures),
    ...(paper.fingerprint
      ? [line(`${labels.fingerprint}${labels.colon} ${paper.fingerprint}`, { color: soft, size: 15 })]
      : []),
    ...annex(paper),
  ]
  return documentOf(paper, lists, children)
}

/** The document itself, with its fonts, its lists, its stamp above and its number below. */
export const documentOf = async (
  paper: PaperHead & { stamp?: string },
  lists: ReturnType<typeof numbering>,
  children: (Paragraph | Table)[],
): Promise<Uint8Array> => {
  const document = new Document({
    title: withoutControls(paper.title),
    creator: withoutControls(paper.body),
    description: withoutControls(paper.reference ?? ""),
    styles: styles(paper.lang === "en" ? "en-GB" : `fr-${paper.region ?? "FR"}`),
    numbering: { config: lists.config },
    sections: [
      {
        children,
        ...(paper.stamp ? { headers: { default: header(paper.stamp) } } : {}),
        footers: { default: footer(paper.reference ?? "") },
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function itemOf(item: MinutesItem, index: number, word: string, lists: Numbering) {
  const title = `${item.number ?? index + 1}. ${item.title}`
  return [
    heading(item.time ? `${title} (${item.time})` : title),
    // It belongs to the title: both go over to the next page with the first words.
    ...(item.lead ? [new Paragraph({ keepNext: true, children: [said(item.lead, { color: soft, size: 18 })] })] : []),
    ...blocks(blocksOf(item.notes), lists),
    ...(item.decisions ?? []).flatMap((decision) => decisionOf(decision, word, lists)),
    ...(item.tasks ?? []).map(
      (task) => new Paragraph({ indent: { left: 300, hanging: 300 }, children: [said(taskPlain(task))] }),
    ),
  ]
}

function decisionOf(decision: PaperDecision, word: string, lists: Numbering) {
  const { number, text } = decision
  const border = { left: { style: BorderStyle.SINGLE, size: 12, color: accent, space: 12 } }
  const framed = (children: ParagraphChild[], keepNext: boolean) =>
    new Paragraph({ border, indent: { left: 240 }, spacing: { after: keepNext ? 40 : 180 }, keepNext, children })
  const after = afterDecision(decision)
  return [
    framed([said([word, number].filter(Boolean).join(" "), { color: soft, size: 18 })], true),
    ...blocksOf(text).flatMap((block) =>
      block.kind === "paragraph"
        ? [framed(runs(block.runs, { bold: true }), after.length > 0)]
        : blocks([block], lists),
    ),
    ...after.map((sentence, index) => framed([said(sentence, { color: soft, size: 19 })], index < after.length - 1)),
  ]
}

function annex(paper: MinutesPaper) {
  if (!paper.attendance?.length) return []
  const labels = labelsOf(paper)
  const { columns, rows } = attendanceTable(paper.attendance, labels)
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_2,
      pageBreakBefore: true,
      children: [said(`${labels.annex} · ${labels.attendance}`)],
    }),
    ...tableOf(rows, columns),
  ]
}

type Column = { title?: string; width?: number | null }

const factColumns: Column[] = [{ width: 2 }, { width: 7 }]
// A column that takes what its longest cell needs, on other papers, holds an hour or "représentée": Word would cut the word.
const ownNeed = 1.7

// A first row with titles is repeated on each page and read aloud as such.
export function tableOf(rows: string[][], columns: Column[] = factColumns) {
  if (!rows.length) return []
  const widths = widthsOf(columns.map(({ width }) => width ?? ownNeed))
  const isList = columns !== factColumns
  const cell = (text: string, index: number, style: Style = {}) =>
    new TableCell({
      width: { size: widths[index]!, type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 0, right: 120 },
      borders: { top: none, left: none, right: none, bottom: hairline },
      children: [new Paragraph({ spacing: { after: 0 }, children: [said(text, style)] })],
    })
  const small: Style = { color: soft, size: 18 }
  const styleOf = (index: number): Style => (isList ? { size: 18 } : index === 0 ? small : {})
  const body = rows.map(
    (row) => new TableRow({ cantSplit: true, children: row.map((text, index) => cell(text, index, styleOf(index))) }),
  )
  const titles = columns.map(({ title }, index) => cell(title ?? "", index, { color: soft, size: 16 }))
  const top = isList ? [new TableRow({ tableHeader: true, children: titles })] : []
  return [fixedTable([...top, ...body], widths), new Paragraph({ spacing: { after: 60 } })]
}

// Side by side, each over the line to sign on; a row is never cut from its role.
export function signaturesOf(signatures: Signature[]) {
  if (!signatures.length) return []
  const widths = widthsOf(signatures.map(() => 1))
  const signed = { top: none, left: none, right: none, bottom: none }
  const cells = signatures.map(
    ({ role, name }, index) =>
      new TableCell({
        width: { size: widths[index]!, type: WidthType.DXA },
        margins: { left: 0, right: 480 },
        borders: signed,
        children: [
          new Paragraph({
            spacing: { before: 480, after: 900 },
            keepNext: true,
            children: [said(role, { color: soft, size: 18 })],
          }),
          new Paragraph({ border: { top: { ...hairline, color: edge, space: 4 } }, children: [said(name)] }),
        ],
      }),
  )
  return [fixedTable([new TableRow({ cantSplit: true, children: cells })], widths)]
}

// Widths in twentieths of a point, asked for twice: Word reads the cells, LibreOffice the grid.
const fixedTable = (rows: TableRow[], columnWidths: number[]) =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths,
    borders: { top: none, left: none, right: none, bottom: none, insideHorizontal: none, insideVertical: none },
    rows,
  })

const widthsOf = (shares: number[]) => {
  const all = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => Math.floor((textWidth * share) / all))
}

export const blocks = (all: PaperBlock[], lists: Numbering, depth = 0): Paragraph[] =>
  all.flatMap((block) => blockOf(block, lists, depth))

function blockOf(block: PaperBlock, lists: Numbering, depth: number): Paragraph[] {
  switch (block.kind) {
    case "paragraph":
      return [new Paragraph({ indent: depth ? { left: depth * 480 } : undefined, children: runs(block.runs) })]
    case "heading":
      return [new Paragraph({ heading: HeadingLevel.HEADING_3, children: runs(block.runs) })]
    case "quote":
      return blocks(block.blocks, lists, depth + 1)
    case "list": {
      const place = lists.list(block.ordered, block.start, depth)
      return block.items.flatMap(([first, ...rest]) => [
        new Paragraph({ numbering: place, children: first?.kind === "paragraph" ? runs(first.runs) : [] }),
        ...blocks(first?.kind === "paragraph" || !first ? rest : [first, ...rest], lists, depth + 1),
      ])
    }
  }
}

type Style = { bold?: boolean; color?: string; size?: number }

const runs = (all: Run[], style: Style = {}): ParagraphChild[] =>
  all.map((run) => {
    if (run.text === "\n") return new TextRun({ break: 1 })
    const text = new TextRun({
      ...style,
      text: withoutControls(run.text),
      bold: run.bold ?? style.bold,
      italics: run.italic,
      underline: run.underline || run.link ? {} : undefined,
    })
    return run.link ? new ExternalHyperlink({ link: run.link, children: [text] }) : text
  })

export const said = (text: string, style: Style = {}) =>
  new TextRun({ ...style, text: withoutControls(text).replaceAll("\n", " ") })
export const line = (text: string, style: Style = {}) => new Paragraph({ children: [said(text, style)] })
// What comes before the signatures holds on to them: nobody signs a page on its own.
const held = (text: string) => new Paragraph({ keepNext: true, children: [said(text)] })
export const heading = (text: string) => new Paragraph({ heading: HeadingLevel.HEADING_2, children: [said(text)] })

const header = (stamp: string) =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [said(stamp.toUpperCase(), { color: warn, size: 17, bold: true })],
      }),
    ],
  })

const footer = (reference: string) =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          said(reference ? `${reference} · ` : "", { color: soft, size: 17 }),
          new TextRun({ color: soft, size: 17, children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  })

// Fonts that Word has: ours are not on the reader's machine. Sizes are in half points.
const styles = (language: string) => {
  const title = (size: number, before: number) => ({
    run: { font: "Georgia", size, bold: true, color: "1D1C1A" },
    paragraph: { spacing: { before, after: 120, line: 264, lineRule: LineRuleType.AUTO }, keepNext: true },
  })
  return {
    default: {
      document: {
        run: { font: "Georgia", size: 21, color: "1D1C1A", language: { value: language } },
        paragraph: { spacing: { after: 120, line: 288, lineRule: LineRuleType.AUTO } },
      },
      heading1: title(44, 240),
      heading2: title(26, 360),
      heading3: title(22, 240),
    },
  }
}
