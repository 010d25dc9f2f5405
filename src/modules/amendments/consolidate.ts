import type { Paragraph } from "../../kernel/amending/paragraph.ts"
import { kindOf } from "../../kernel/amending/paragraph.ts"
import { changesOf, deedOf, type Operation } from "../../kernel/amending/operation.ts"
import { redlineWords } from "../../kernel/redline/words.ts"

type Taken = { id: string; operations: readonly Operation[] }

/** A paragraph of the consolidated text, the one of the base it comes from, and the amendments that made it so. */
export type Consolidated = { before: Paragraph | null; after: Paragraph | null; by: string[] }

/**
 * The text with these amendments in it, in their order. Changes of other words of one paragraph go together; an amendment
 * that cannot go with one taken before it stays out, and is named.
 */
export function consolidate(
  base: readonly Paragraph[],
  taken: readonly Taken[],
): { rows: Consolidated[]; leftOut: { id: string; because: string }[] } {
  const rows = base.map((before): Consolidated => ({ before, after: before, by: [] }))
  const inserted = new Map<number, Consolidated[]>()
  const leftOut: { id: string; because: string }[] = []
  const owner = new Map<number, string>()
  for (const { id, operations } of taken) {
    const texts = operations.map((operation) => merged(operation, rows))
    const clash = operations.findIndex((_, index) => texts[index] === undefined)
    if (clash !== -1) {
      leftOut.push({ id, because: whoHas(operations[clash]!, owner) ?? "" })
      continue
    }
    for (const [index, operation] of operations.entries()) write(operation, texts[index]!, id)
  }
  const all = [...rows, undefined].flatMap((row, at) => [...(inserted.get(at) ?? []), ...(row ? [row] : [])])
  return { rows: all, leftOut }

  function write({ from, to, put }: Operation, texts: string[], id: string) {
    for (let at = from; at < to; at++) {
      const row = rows[at]!
      const text = texts[at - from]
      row.after =
        text === undefined ? null : text === row.after?.text ? row.after : { is: kindKept(row.before, text), text }
      row.by.push(id)
      owner.set(at, id)
    }
    const more = texts
      .slice(to - from)
      .map((text): Consolidated => ({ before: null, after: { is: kindOf(text), text }, by: [id] }))
    if (more.length || (from === to && put.length)) inserted.set(to, [...(inserted.get(to) ?? []), ...more])
  }
}

const kindKept = (before: Paragraph | null, text: string) =>
  before && before.is === kindOf(text) ? before.is : kindOf(text)

// What the paragraphs become, given what earlier amendments made of them. Undefined: both cannot be.
function merged(operation: Operation, rows: readonly Consolidated[]): string[] | undefined {
  const { from, to, was, put } = operation
  if (to > rows.length) return undefined
  if (deedOf(operation) === "insert") return [...put]
  const touched = rows.slice(from, to).some(({ by }) => by.length)
  if (!touched) return [...put]
  if (was.length !== 1 || put.length !== 1) return undefined
  const { before, after } = rows[from]!
  return before && after ? both(before.text, after.text, put[0]!) : undefined
}

// Two ways of writing one paragraph anew in one, when they change other words.
function both(before: string, mine: string, theirs: string): string[] | undefined {
  if (mine === theirs) return [mine]
  const [ours, others] = [mine, theirs].map((text) => changesOf(redlineWords(before, text)))
  const meets = ours!.some((one) =>
    others!.some(
      (other) => (one.at < other.at + other.was.length && other.at < one.at + one.was.length) || one.at === other.at,
    ),
  )
  if (meets) return undefined
  let text = before
  for (const { at, was, put } of [...ours!, ...others!].toSorted((one, other) => other.at - one.at))
    text = text.slice(0, at) + put + text.slice(at + was.length)
  return [text]
}

const whoHas = ({ from, to }: Operation, owner: Map<number, string>) => {
  for (let at = from; at < to; at++) if (owner.has(at)) return owner.get(at)
  return undefined
}
