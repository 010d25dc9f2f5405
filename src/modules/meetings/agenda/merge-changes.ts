import { merge } from "../../../kernel/rich-text/merge.ts"
import { fromPlain, toPlain } from "../../../kernel/rich-text/plain.ts"
import { empty, isEmpty, type RichText } from "../../../kernel/rich-text/schema.ts"

/** What can be written of an item, with the names of its columns. */
export type ItemWords = {
  title: string
  purpose: "inform" | "discuss" | "decide"
  presenter_id: string | null
  minutes: number
  confidential: boolean
  matter_id: string | null
  description: RichText | null
  proposed_decision: string | null
}

export type Merge = {
  changes: Partial<ItemWords>
  /** Fields of one value that both changed, each to something else: a person must choose, and nothing is written. */
  conflicts: (keyof ItemWords)[]
  /** Texts in which both wrote, put together word by word. */
  merged: (keyof ItemWords)[]
}

/**
 * What one person wrote, over what another wrote meanwhile: field by field, and word by word in the texts, so that nobody loses
 * a word. `base` is what the writer had before them; a field without base is taken as it stands.
 */
export const mergeChanges = (now: ItemWords, base: Partial<ItemWords>, mine: Partial<ItemWords>): Merge => {
  const merge: Merge = { changes: {}, conflicts: [], merged: [] }
  for (const name of Object.keys(mine) as (keyof ItemWords)[]) mergeField(name, { now, base, mine }, merge)
  return merge
}

const mergeField = (
  name: keyof ItemWords,
  { now, base, mine }: { now: ItemWords; base: Partial<ItemWords>; mine: Partial<ItemWords> },
  into: Merge,
) => {
  const was = name in base ? base[name] : now[name]
  if (mine[name] === undefined || same(mine[name], was) || same(mine[name], now[name])) return
  if (same(now[name], was)) return put(into, name, mine[name])
  if (name === "description") {
    put(into, name, mergedTexts(base.description, mine.description, now.description))
    into.merged.push(name)
  } else if (name === "proposed_decision") {
    const [from, own, theirs] = [base, mine, now].map((one) => fromPlain(one.proposed_decision ?? ""))
    put(into, name, toPlain(merge(from!, own!, theirs!).doc))
    into.merged.push(name)
  } else into.conflicts.push(name)
}

const mergedTexts = (...texts: [Text, Text, Text]): RichText | null => {
  const [base, mine, theirs] = texts.map((text) => text ?? empty()) as [RichText, RichText, RichText]
  const { doc } = merge(base, mine, theirs)
  return isEmpty(doc) ? null : doc
}
type Text = RichText | null | undefined

/** Papers both ways: what I added is there, what I took away is gone, what came meanwhile stays. */
export const mergePapers = (
  now: readonly string[],
  base: readonly string[],
  mine: readonly string[],
): { add: string[]; drop: string[] } => ({
  add: mine.filter((id) => !base.includes(id) && !now.includes(id)),
  drop: base.filter((id) => !mine.includes(id) && now.includes(id)),
})

const put = <Name extends keyof ItemWords>({ changes }: Merge, name: Name, value: ItemWords[Name] | undefined) => {
  if (value !== undefined) changes[name] = value
}

// PostgreSQL gives back the keys of jsonb in an order of its own.
const same = (a: unknown, b: unknown): boolean => ordered(a ?? null) === ordered(b ?? null)
const ordered = (value: unknown): string =>
  JSON.stringify(value, (_key, inner) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
