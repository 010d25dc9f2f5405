import {
  DeletedTextRun,
  Document,
  HeadingLevel,
  InsertedTextRun,
  Packer,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from "docx"
import type { Piece } from "../../../kernel/redline/words.ts"
import { withoutControls } from "../../../kernel/unprintable.ts"
import type { Sheet } from "./sheet.ts"
import { say } from "../../../words.ts"

type Row = { is: "paragraph" | "heading" | "article"; pieces: readonly Piece[]; by: readonly string[] }
type Tracked = {
  title: string
  lead: string
  lang: "fr" | "en"
  /** ISO moment. */
  at: string
  rows: readonly Row[]
  /** Under whose name Word shows the changes of a paragraph: the amendments they come from. */
  authorOf: (ids: readonly string[]) => string
}

/** The text with its amendments as changes that Word tracks: each is accepted or refused there, paragraph marks included. */
export const trackedDocx = ({ title, lead, lang, at, rows, authorOf }: Tracked): Promise<Uint8Array> => {
  const change = changes(at)
  return packed(title, lang, [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [plain(title)] }),
    ...(lead ? [new Paragraph({ children: [plain(lead)] })] : []),
    ...rows.map(({ is, pieces, by }) => tracked(is, pieces, () => change(authorOf(by)))),
  ])
}

/** The sheet of one amendment, to be worked on; what it changes stands in it as tracked changes. */
export const sheetDocx = (sheet: Sheet): Promise<Uint8Array> => {
  const { lang, title, body, facts, phrases, changes: rows, grounds, cost, signature } = sheet
  const change = changes(`${sheet.date}T00:00:00Z`)
  const heading = (key: "says" | "changes" | "grounds" | "cost") =>
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: [plain(say(lang, `amendments.paper.${key}`))] })
  const lines = (text: string) => text.split(/\n+/).map((line) => new Paragraph({ children: [plain(line)] }))
  return packed(title, lang, [
    new Paragraph({ children: [plain(body, true)] }),
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [plain(title)] }),
    ...facts.map(([word, sentence]) => new Paragraph({ children: [plain(`${word} : `, true), plain(sentence)] })),
    heading("says"),
    ...phrases.flatMap(lines),
    heading("changes"),
    ...rows.map((pieces) => tracked("paragraph", pieces, () => change(body))),
    ...(grounds ? [heading("grounds"), ...lines(grounds)] : []),
    ...(cost ? [heading("cost"), ...lines(cost)] : []),
    new Paragraph({ spacing: { before: 600 }, children: [plain(signature.role)] }),
    new Paragraph({ children: [plain(signature.name)] }),
  ])
}

type Change = { id: number; author: string; date: string }

const changes = (at: string) => {
  let id = 0
  return (author: string): Change => ({ id: ++id, author: withoutControls(author), date: `${at.slice(0, 19)}Z` })
}

function tracked(is: Row["is"], pieces: readonly Piece[], change: () => Change): Paragraph {
  const every = (what: Piece["is"]) => pieces.length > 0 && pieces.every((piece) => piece.is === what)
  // Without its mark, a paragraph that is accepted as deleted would leave an empty line.
  const mark = every("removed")
    ? { run: { deletion: change() } }
    : every("added")
      ? { run: { insertion: change() } }
      : {}
  return new Paragraph({
    ...(is === "paragraph" ? {} : { heading: HeadingLevel.HEADING_2 }),
    ...mark,
    children: pieces.map((piece): ParagraphChild => {
      const text = withoutControls(piece.text).replaceAll("\n", " ")
      if (piece.is === "kept") return new TextRun({ text })
      return piece.is === "removed"
        ? new DeletedTextRun({ ...change(), text })
        : new InsertedTextRun({ ...change(), text })
    }),
  })
}

const plain = (text: string, bold = false) => new TextRun({ text: withoutControls(text).replaceAll("\n", " "), bold })

const packed = async (title: string, lang: "fr" | "en", children: Paragraph[]): Promise<Uint8Array> => {
  const font = "Georgia"
  const document = new Document({
    title: withoutControls(title),
    creator: "",
    features: { trackRevisions: true },
    styles: {
      default: {
        document: {
          run: { font, size: 22, language: { value: lang === "en" ? "en-GB" : "fr-FR" } },
          paragraph: { spacing: { after: 120 } },
        },
        heading1: { run: { font, size: 34, bold: true }, paragraph: { spacing: { before: 240, after: 120 } } },
        heading2: {
          run: { font, size: 25, bold: true },
          paragraph: { spacing: { before: 300, after: 100 }, keepNext: true },
        },
      },
    },
    sections: [{ children }],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
