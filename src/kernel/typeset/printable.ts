import { withoutControls } from "../unprintable.ts"

// PDF/A refuses a document with a sign that no font draws. Our fonts and Typst's own hold Latin, Greek, Cyrillic and
// more; for the rest, a text pasted from anywhere must still give a paper, with a mark where the sign stood.

/** Drawn where a sign has no shape: both our fonts have it. */
export const MISSING = "\ufffd"

/** Data as JSON, without the signs that are never drawn: controls, byte order marks, halves of a pair. */
export const printableJson = (data: unknown): string =>
  JSON.stringify(data, (_, value: unknown) => (typeof value === "string" ? withoutControls(value) : value))

/** The signs a compiler's message says it could not draw. Empty when the message is about something else. */
export function undrawable(message: string): Set<string> {
  const quoted = /(?:the text|codepoint) `\\?"((?:[^"\\`]|\\u\{[0-9a-f]+\}|\\.)+?)\\?"`/gi
  return new Set([...message.matchAll(quoted)].flatMap(([, text = ""]) => strange(unescaped(text))))
}

/** The same JSON with each of these signs replaced. */
export const without = (signs: Set<string>, json: string): string =>
  JSON.stringify(JSON.parse(json), (_, value: unknown) =>
    typeof value === "string"
      ? Array.from(value, (sign) => (signs.has(sign) ? replacement(sign) : sign)).join("")
      : value,
  )

const replacement = (sign: string) =>
  /\p{Cf}|\p{M}|\p{Variation_Selector}/u.test(sign) ? "" : /\p{Z}/u.test(sign) ? " " : MISSING

// Our fonts have every Latin letter and the usual punctuation: the compiler names one only because a strange accent
// stood on it. The accent goes; the letter, which the rest of the paper is full of, stays.
const strange = (text: string) =>
  Array.from(text).filter((sign) => !/[ -\u024f\u2010-\u2027\u202f-\u203e\u20ac]/.test(sign))

const unescaped = (text: string) =>
  text
    .replace(/\\+u\{([0-9a-f]+)\}/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/\\+(.)/g, "$1")
