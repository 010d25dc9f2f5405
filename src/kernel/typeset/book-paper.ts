import type { RichText } from "../rich-text/schema.ts"
import { blocksOf, headData, type PaperHead } from "./paper-head.ts"
import { typeset } from "./typeset.ts"

export const bookFormats = ["paper", "tablet"] as const
export type BookFormat = (typeof bookFormats)[number]

/** A sitting book, or the pages of one that changed since. All words are said by the caller. */
export type BookPaper = PaperHead & {
  /** A4 to be printed on both sides, or a page of one column for a tablet. */
  format: BookFormat
  /** For eyes that want it: 14 points instead of 10.5. */
  big: boolean
  says: BookWords
  /** "lundi 14 décembre 2026, 9 h 30 · Conseil régional des Deux-Rives" */
  when: string
  place?: string
  /** "Exemplaire de Karim Aït-Saïd" */
  copy: string
  stamp?: string
  /** Sentences of the cover: how many items, the time of the group. */
  cover: string[]
  /** Who is elsewhere, and where. */
  where: [who: string, where: string][]
  made: string
  /** Left out of an update that changes nothing in it. */
  order: BookOrderLine[] | null
  items: BookItem[]
  /** What to do with these pages, when they are those of an update. */
  replaces?: { lead: string; rows: [number: string, title: string, act: string][] }
}

export type BookStance = { words: string; proposed: boolean; condition?: string; note?: string }

export type BookOrderLine = {
  /** Of the item: its page is looked up where it stands in the same book. */
  id: string
  number?: string
  title: string
  mine: boolean
  stance?: BookStance
  speaks?: string
  /** Its page in the book that an update belongs to. */
  page?: string
}

export type BookItem = {
  id: string
  number?: string
  title: string
  mine: boolean
  why_mine?: string
  /** Commission, rapporteur, money. */
  under?: string
  stance?: BookStance
  /** Each sensibility with its own line. */
  lines: [name: string, words: string][]
  speech: { words: string; me: boolean }[]
  essentials: [heading: string, text: string][]
  texts: {
    heading: string
    under: string
    title: string
    text: RichText | null
    parts: { heading: string; text: string }[]
  }[]
  papers: { name: string; note?: string; at: string }[]
  link: string
  /** "remplace les pages 12 à 14" */
  replaces?: string
}

const bookWords = [
  "kind",
  "order",
  "number",
  "item",
  "position",
  "speaks",
  "page",
  "open",
  "open_long",
  "proposed",
  "proposed_long",
  "mine",
  "speech",
  "essentials",
  "papers",
  "online",
  "notes",
  "where",
  "who",
  "where_short",
  "update",
  "do",
] as const
export type BookWords = Record<(typeof bookWords)[number], string>

/** Tagged, with a bookmark for each item and each text. */
export const bookPdf = ({
  format,
  big,
  says,
  order,
  items,
  where,
  replaces,
  ...paper
}: BookPaper): Promise<Uint8Array> => {
  const places = new Set(items.map(({ id }) => id))
  const { where: where_, ...rest } = says
  return typeset({
    template: "book",
    data: {
      ...headData(paper),
      ...paper,
      format,
      size: big ? 14 : format === "tablet" ? 11 : 10.5,
      says: { ...rest, where_ },
      where_: where,
      with_order: order !== null,
      has_mine: order?.some(({ mine }) => mine) ?? false,
      order: (order ?? []).map(({ id, stance, ...line }) => ({
        ...line,
        ...(stance ? { stance } : {}),
        ...(places.has(id) ? { at: placeOf(id) } : {}),
      })),
      items: items.map((item) => ({
        ...item,
        at: placeOf(item.id),
        ...(item.stance ? { stance: { ...item.stance, note: linesOf(item.stance.note ?? "") } } : {}),
        essentials: item.essentials.map(([heading, text]) => [heading, linesOf(text)]),
        texts: item.texts.map((text) => ({
          ...text,
          text: blocksOf(text.text ?? undefined),
          parts: text.parts.map((part) => ({ heading: part.heading, text: blocksOf(part.text) })),
        })),
      })),
      ...(replaces ? { replaces } : {}),
    },
    standard: "ua-1",
  })
}

const placeOf = (id: string) => `item-${id}`
const linesOf = (text: string) => text.split(/\n+/).filter((line) => line.trim())
