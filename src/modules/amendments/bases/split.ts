import { articleOf, kindOf, type Paragraph } from "../../../kernel/amending/paragraph.ts"
import { withoutMargins } from "./without-margins.ts"

/** Between the pages of a laid-out source. */
export const PAGE = "\f"

/** The paragraphs of a text that was imported or pasted, and how many lines of page headers and numbers were left out. */
export function splitText(source: string): { paragraphs: Paragraph[]; leftOut: number } {
  const { pages, leftOut } = withoutMargins(clean(source).split(PAGE))
  const blocks = pages
    .map((page) =>
      page
        .split(/\n[ \t]*\n\s*/)
        .map(linesOf)
        .filter(hasAny),
    )
    .filter(hasAny)
  const all = blocks.flat(2)
  const width = widthOf(all)
  const joiner = hyphens(all)
  const texts: string[] = []
  for (const page of blocks) {
    for (const [index, block] of page.entries()) {
      const some = width ? joined(block, width, joiner) : block
      // A sentence that went over the page.
      if (index === 0 && goesOn(texts.at(-1), some[0]!)) texts.push(joiner(texts.pop()!, some.shift()!))
      texts.push(...some)
    }
  }
  return { paragraphs: texts.map((text) => ({ is: kindOf(text), text })), leftOut }
}

const clean = (source: string) =>
  source
    .replaceAll(/\r\n?|\u2028|\u2029/g, "\n")
    .replaceAll(/[ \t]+/g, " ")
    .replaceAll("\ufeff", "")

const linesOf = (block: string) =>
  block
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
const hasAny = (some: unknown[]) => some.length > 0

// How wide the lines are, when the source was laid out in lines; 0 when each line is a paragraph already.
function widthOf(lines: string[]): number {
  const lengths = lines.map((line) => line.length).toSorted((one, other) => one - other)
  const longest = lengths[Math.floor(lengths.length * 0.95)] ?? 0
  const unfinished = lines.filter((line) => line.length > longest * 0.6 && /[\p{L}\p{N},’'-]$/u.test(line)).length
  return longest <= 160 && unfinished > lines.length / 10 ? longest : 0
}

function joined(lines: string[], width: number, joiner: (one: string, other: string) => string): string[] {
  const texts: string[] = []
  let last = ""
  for (const line of lines) {
    const ended =
      (last.length < width * 0.75 && /[.;:!?»)]$/.test(last)) || (/[;:]$/.test(last) && /^\p{Lu}/u.test(line))
    if (!texts.length || ended || isBeginning(line) || kindOf(last) !== "paragraph") texts.push(line)
    else texts.push(joiner(texts.pop()!, line))
    last = line
  }
  return texts
}

const goesOn = (before: string | undefined, line: string) =>
  before !== undefined && /[\p{L}\p{N},’'-]$/u.test(before) && /^\p{Ll}/u.test(line) && !isBeginning(line)

// I., 1°, 2), a), –, •, Article 3, Vu, Considérant: what begins so is a paragraph of its own.
const MARK =
  /^(?:[IVX]{1,5}\s*[.–—-]|\d{1,2}(?:\.\d{1,2})*\s*[°.)](?=\s)|[a-z]{1,2}\)|[–—•▪●o*-]\s|alinéa\s|vus?\s|considérant\s|sur (?:proposition|le rapport)\s|après en avoir délibéré)/i
const isBeginning = (line: string) => MARK.test(line) || articleOf(line) !== undefined || kindOf(line) === "heading"

// A word cut at the end of a line is made whole, unless the text writes it with its hyphen elsewhere: vice-présidente.
function hyphens(lines: string[]) {
  const whole = new Set(
    lines.flatMap((line) => line.toLowerCase().split(/[^\p{L}-]/u)).filter((word) => /\p{L}-\p{L}/u.test(word)),
  )
  return (one: string, other: string) => {
    // Only as far back as words go: a line without a space may be very long.
    const [, start] = /(\p{L}+)[-\u00ad\u2010]$/u.exec(one.slice(-LONGEST_WORD)) ?? []
    const [end] = /^\p{L}+/u.exec(other.slice(0, LONGEST_WORD)) ?? []
    if (!start || !end || /^\p{Lu}/u.test(end)) return /[-’']$/.test(one) && start ? one + other : `${one} ${other}`
    return whole.has(`${start}-${end}`.toLowerCase()) ? `${one.slice(0, -1)}-${other}` : one.slice(0, -1) + other
  }
}

const LONGEST_WORD = 60
