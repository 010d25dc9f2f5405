import type { Operation } from "../../../kernel/amending/operation.ts"
import { articleOf, type Paragraph } from "../../../kernel/amending/paragraph.ts"
import { endOfSection, placesOf } from "../../../kernel/amending/place.ts"

type Said = { place: string | null; alinea: number | null; says: string | null }

/**
 * What a published amendment does to the text, when its words leave no doubt: this article or this alinéa goes, or is written anew. All
 * else is left to be written by hand: a guess would be shown as what the other group asks.
 */
export function understood({ place, alinea, says }: Said, paragraphs: readonly Paragraph[]): Operation[] {
  const words = (says ?? "").replace(/\s+/g, " ").trim()
  const number = place ? articleOf(place)?.number : undefined
  const at = paragraphs.findIndex(({ is, text }) => is === "article" && articleOf(text)?.number === number)
  if (number === undefined || at === -1) return []
  const operation = (from: number, to: number, put: string[]): Operation[] => [
    { from, to, was: paragraphs.slice(from, to).map(({ text }) => text), put },
  ]
  if (/^supprimer cet article\s*\.?$/i.test(words)) return operation(at, endOfSection(paragraphs, at), [])
  const n = alinea ?? Number(/^alinéa (\d+)/i.exec(words)?.[1] ?? 0)
  const index = placesOf(paragraphs).findIndex(({ article, alinea: its }) => article === number && its === n)
  if (!n || index === -1) return []
  const asked = words.replace(/^alinéa \d+\s*/i, "")
  if (/^supprimer (?:cet alinéa|l[’']alinéa \d+)\s*\.?$/i.test(asked)) return operation(index, index + 1, [])
  const [, anew] =
    /^rédiger ainsi cet alinéa\s*:\s*(.+)$/is.exec((says ?? "").trim().replace(/^alinéa \d+\s*/i, "")) ?? []
  if (!anew) return []
  const put = anew.split("\n").flatMap((one) => one.trim().replace(/^«\s*|\s*»\s*\.?$/g, "") || [])
  return put.length === 1 && put[0] !== paragraphs[index]!.text ? operation(index, index + 1, put) : []
}
