import { merge } from "./merge.ts"
import { empty, type RichText } from "./schema.ts"

/** My text over what stands there now, from what I had before me. `merged`: another wrote meanwhile, and both are in it. */
export const together = (
  now: RichText | null,
  base: RichText | null,
  mine: RichText | null,
): { doc: RichText; merged: boolean } => {
  const [was, own, theirs] = [base, mine, now].map((one) => one ?? empty()) as [RichText, RichText, RichText]
  if (same(was, theirs) || same(own, theirs)) return { doc: own, merged: false }
  if (same(own, was)) return { doc: theirs, merged: true }
  return { doc: merge(was, own, theirs).doc, merged: true }
}

// PostgreSQL gives back the keys of jsonb in an order of its own.
const same = (a: unknown, b: unknown): boolean => ordered(a) === ordered(b)
const ordered = (value: unknown): string =>
  JSON.stringify(value, (_key, inner) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
