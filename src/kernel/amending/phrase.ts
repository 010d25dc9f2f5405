import { isWordless, tokensOf } from "../redline/likeness.ts"
import { endOfSection, type Place, placesOf } from "./place.ts"
import { articleOf, type Paragraph } from "./paragraph.ts"
import { deedOf, type Operation, type WordChange, wordChanges } from "./operation.ts"

/** The sentence of a key, in the language of the assembly. */
export type Say = (key: PhraseKey, values?: Record<string, string | number>) => string

type PhraseKey = `amending.${"place" | "at" | "object" | "phrase"}.${string}`

/** Of a sub-amendment, whose text is what an amendment proposes: "Dans le texte de l’amendement 7, alinéa 2…". */
export const sayOnAmendment =
  (say: Say, name: string): Say =>
  (key, values) => {
    const [, form, section] = key.split(".")
    const within = say(key, values)
    if (section !== "text" && section !== "article" && section !== "heading") return within
    if (form === "at") return say("amending.at.amendment", { name, within })
    return section === "text"
      ? say("amending.place.amendment", { name })
      : say("amending.place.in_amendment", { name, within })
  }

// More changes than this in one alinéa, and it is clearer to write it anew.
const MOST_CHANGES = 3

/** What operations ask for, one after the other. */
export const phrasesOf = (
  operations: readonly Operation[],
  paragraphs: readonly Paragraph[],
  say: Say,
  places = placesOf(paragraphs),
): string[] => operations.flatMap((operation) => phraseOf(operation, paragraphs, say, places))

/** What an operation asks for, as it is lodged: one sentence, then the quoted paragraphs it puts. */
export function phraseOf(
  operation: Operation,
  paragraphs: readonly Paragraph[],
  say: Say,
  places = placesOf(paragraphs),
): string[] {
  const { from, to, was, put } = operation
  const quotes = put.map(quoted)
  if (deedOf(operation) === "insert") return [insertion(operation, places, say), ...quotes]
  const at = sectionAt(places[from] ?? {}, say)
  const object = objectOf(places, from, to, say)
  if (deedOf(operation) === "delete") {
    const article = paragraphs[from]?.is === "article" && places[from]?.article
    return article && endOfSection(paragraphs, from) === to
      ? [say("amending.phrase.delete_article", { article })]
      : [say("amending.phrase.delete", { at, object })]
  }
  const changes = wordChanges(operation)
  if (changes.length === 0 || changes.length > MOST_CHANGES || isMostly(changes, was[0]!)) {
    const key = was.length === 1 && put.length === 1 ? "amending.phrase.rewrite" : "amending.phrase.replace"
    return [say(key, { at, object, count: put.length }), ...quotes]
  }
  const said = changes.map((change) => wordsInWords(change, was[0]!, say)).join(" ; ")
  const { alinea } = places[from] ?? {}
  return [say("amending.phrase.words", { at, alinea: alinea ?? 0, changes: said })]
}

/** "Article 2, alinéa 3"; of several paragraphs the first and the last. */
export function placeInWords({ from, to }: Pick<Operation, "from" | "to">, places: readonly Place[], say: Say): string {
  if (from === to) {
    const beside = places[Math.max(0, from - 1)] ?? {}
    const top = from === 0 ? "yes" : "no"
    return say("amending.place.insertion", { section: section("place", beside, say), alinea: beside.alinea ?? 0, top })
  }
  const [first, last] = [places[from] ?? {}, places[to - 1] ?? {}]
  const [one, other] = [placeOf(first, say), placeOf(last, say)]
  if (one === other) return one
  const within = section("place", first, say)
  return first.alinea && last.alinea && within === section("place", last, say)
    ? say("amending.place.range", { section: within, first: first.alinea, last: last.alinea })
    : say("amending.place.span", { first: one, last: other })
}

const placeOf = (place: Place, say: Say) =>
  say("amending.place.one", { section: section("place", place, say), alinea: place.alinea ?? 0 })

const section = (form: "place" | "at", { article, heading }: Place, say: Say) =>
  article
    ? say(`amending.${form}.article`, { article })
    : heading
      ? say(`amending.${form}.heading`, { heading })
      : say(`amending.${form}.text`)

const sectionAt = (place: Place, say: Say) => section("at", place, say)

function objectOf(places: readonly Place[], from: number, to: number, say: Say): string {
  const [first, last] = [places[from] ?? {}, places[Math.max(from, to - 1)] ?? {}]
  if (section("at", first, say) !== section("at", last, say) || (to - from > 1 && !first.alinea))
    return say("amending.object.span", { first: placeOf(first, say), last: placeOf(last, say) })
  if (!first.alinea) return say("amending.object.line")
  return first.alinea === last.alinea
    ? say("amending.object.alinea", { first: first.alinea })
    : say("amending.object.alineas", { first: first.alinea, last: last.alinea ?? first.alinea })
}

function insertion({ from, put }: Operation, places: readonly Place[], say: Say): string {
  const count = put.length
  const before = places[from - 1]
  const after = places[from] ?? {}
  if (articleOf(put[0] ?? "")) {
    if (before?.article) return say("amending.phrase.article_after", { article: before.article })
    if (after.article) return say("amending.phrase.article_before", { article: after.article })
  }
  return before
    ? say("amending.phrase.insert_after", {
        at: sectionAt(before, say),
        object: objectOf(places, from - 1, from, say),
        count,
      })
    : say("amending.phrase.insert_before", { at: sectionAt(after, say), object: objectOf(places, 0, 1, say), count })
}

function wordsInWords({ at, was, put }: WordChange, text: string, say: Say): string {
  const [old, fresh] = [was.trim(), put.trim()]
  if (old) {
    const which = occurrence(text, old, at + was.indexOf(old), say)
    const words = { was: old, which, kind: nounOf(old) }
    return fresh
      ? say("amending.phrase.words_replaced", { ...words, put: fresh, new_kind: nounOf(fresh) })
      : say("amending.phrase.words_deleted", words)
  }
  if (!text.slice(at).trim()) return say("amending.phrase.words_end", { put: fresh, kind: nounOf(fresh) })
  const [key, beside] = text.slice(0, at).trim()
    ? (["amending.phrase.words_after", anchor(text, at)] as const)
    : (["amending.phrase.words_before", anchorAfter(text, at)] as const)
  return say(key, { put: fresh, kind: nounOf(fresh), beside, beside_kind: nounOf(beside) })
}

// The last words before a place: as many as it takes for the paragraph to hold them once.
function anchor(text: string, at: number): string {
  const tokens = tokensOf(text.slice(0, at).trimEnd())
  for (let n = 1; n <= tokens.length; n++) {
    const words = tokens.slice(-n).join("")
    if (/^[\p{L}\p{N}]/u.test(words) && text.indexOf(words) === text.lastIndexOf(words)) return words
  }
  return tokens.join("")
}

function anchorAfter(text: string, at: number): string {
  const tokens = tokensOf(text.slice(at).trimStart())
  for (let n = 1; n <= tokens.length; n++) {
    const words = tokens.slice(0, n).join("")
    if (/[\p{L}\p{N}]$/u.test(words) && text.indexOf(words) === text.lastIndexOf(words)) return words
  }
  return tokens.join("")
}

function occurrence(text: string, words: string, at: number, say: Say): string {
  if (text.indexOf(words) === text.lastIndexOf(words)) return ""
  let place = 0
  for (let found = text.indexOf(words); found !== -1 && found <= at; found = text.indexOf(words, found + 1)) place++
  return say("amending.phrase.occurrence", { place })
}

const nounOf = (words: string): "sign" | "number" | "word" | "words" => {
  const some = tokensOf(words).filter((token) => !isWordless(token))
  return some.length === 0 ? "sign" : some.length > 1 ? "words" : /^[\p{N}\s,.]+$/u.test(some[0]!) ? "number" : "word"
}
const quoted = (text: string) => `«\u00a0${text}\u00a0»`
function isMostly(changes: WordChange[], text: string): boolean {
  const removed = changes.reduce((sum, { was }) => sum + was.length, 0)
  return removed > 25 && removed > text.length * 0.6
}
