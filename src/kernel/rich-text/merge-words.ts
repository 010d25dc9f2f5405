import type { HardBreak, Inline, Mark } from "./schema.ts"
import { type Change, changes, type Group, grouped } from "./three-ways.ts"

const words = new Intl.Segmenter("fr", { granularity: "word" })

type Word = { text: string; marks?: Mark[] } | HardBreak

/** One paragraph edited by two: word by word. Where both changed the same words, mine and theirs stand side by side. */
export function mergeInlines(
  base: Inline[],
  mine: Inline[],
  theirs: Inline[],
): { inlines: Inline[]; conflicts: number } {
  const was = wordsOf(base)
  const merged: Word[] = []
  let conflicts = 0
  let at = 0
  for (const group of grouped(changes(was, wordsOf(mine), keyOf), changes(was, wordsOf(theirs), keyOf))) {
    merged.push(...was.slice(at, group.from))
    at = group.to
    const one = applied(was, group, group.mine)
    const other = applied(was, group, group.theirs)
    const settled = settle(was.slice(group.from, group.to), one, other, group)
    if (settled) merged.push(...settled)
    else {
      conflicts++
      merged.push(...sideBySide(one, other))
    }
  }
  merged.push(...was.slice(at))
  return { inlines: joined(merged), conflicts }
}

// Undefined when both changed the same words, each in another way.
function settle(was: Word[], mine: Word[], theirs: Word[], group: Group<Word>): Word[] | undefined {
  if (!group.theirs.length) return mine
  if (!group.mine.length) return theirs
  if (textOf(mine) === textOf(theirs)) return mine
  // Only the dress of the words changed on one side: the words of the other side win.
  if (textOf(mine) === textOf(was)) return theirs
  if (textOf(theirs) === textOf(was)) return mine
  // Two additions at one place are no dispute.
  if (!was.length) return spaced(mine, theirs)
  return undefined
}

function sideBySide(mine: Word[], theirs: Word[]): Word[] {
  if (!textOf(mine).trim()) return theirs
  if (!textOf(theirs).trim()) return mine
  return [...mine, { text: " / " }, ...theirs]
}

const spaced = (mine: Word[], theirs: Word[]): Word[] =>
  /\s$/.test(textOf(mine)) || /^[\s.,;:!?)\]…]/.test(textOf(theirs))
    ? [...mine, ...theirs]
    : [...mine, { text: " " }, ...theirs]

function applied(base: Word[], { from, to }: { from: number; to: number }, edits: Change<Word>[]) {
  const result: Word[] = []
  let at = from
  for (const edit of edits) {
    result.push(...base.slice(at, edit.from), ...edit.put)
    at = edit.to
  }
  return [...result, ...base.slice(at, to)]
}

const wordsOf = (inlines: Inline[]): Word[] =>
  inlines.flatMap((inline): Word[] =>
    inline.type === "hardBreak"
      ? [inline]
      : Array.from(words.segment(inline.text), ({ segment }) =>
          inline.marks?.length ? { text: segment, marks: inline.marks } : { text: segment },
        ),
  )

// A typographic apostrophe or a no-break space is not a change: editors put them in by themselves.
const keyOf = (word: Word) =>
  "text" in word ? word.text.replaceAll("’", "'").replace(/[\u00a0\u202f]/g, " ") + marksOf(word.marks) : "\n"

const marksOf = (marks: Mark[] = []) =>
  marks
    .map((mark) => "\u0001" + mark.type + (mark.type === "link" ? mark.attrs.href : ""))
    .sort()
    .join("")

const textOf = (list: Word[]) => list.map((word) => ("text" in word ? word.text : "\n")).join("")

function joined(list: Word[]): Inline[] {
  const inlines: Inline[] = []
  for (const word of list) {
    const last = inlines.at(-1)
    if (!("text" in word)) inlines.push(word)
    else if (last?.type === "text" && marksOf(last.marks) === marksOf(word.marks)) last.text += word.text
    else if (word.text) inlines.push({ type: "text", ...word })
  }
  return inlines
}
