/** Text as headings and names are compared: without accents, capitals or signs. */
export const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim()

/** How like a heading is to one of those known, folded: from 0 to 1. */
export const likenessTo = (known: readonly string[], heading: string): number => {
  const folded = fold(heading)
  return folded ? Math.max(...known.map((one) => likeness(one, folded))) : 0
}

/** What each column holds, by the likeness of its heading alone; each kind once, the likest first. */
export const matchColumns = <Kind extends string>(
  headings: Record<Kind, readonly string[]>,
  heading: readonly string[],
): (Kind | null)[] => {
  const scores = heading.flatMap((name, column) =>
    (Object.keys(headings) as Kind[]).map((kind) => ({ column, kind, score: likenessTo(headings[kind], name) })),
  )
  const columns: (Kind | null)[] = heading.map(() => null)
  for (const { column, kind, score } of scores.toSorted((a, b) => b.score - a.score))
    if (score >= 0.6 && columns[column] === null && !columns.includes(kind)) columns[column] = kind
  return columns
}

// "Tél. GSM" holds a known heading among other words; the more of it is known, the likelier.
const likeness = (known: string, folded: string): number => {
  if (known === folded) return 1
  const holds = ` ${folded} `.includes(` ${known} `) ? 0.6 + (0.3 * known.length) / folded.length : 0
  return Math.max(holds, 0.95 * dice(known, folded))
}

/** Likeness of two short texts from 0 to 1: the pairs of letters they share (Dice). */
const dice = (a: string, b: string): number => {
  const pairs = (text: string) => Array.from({ length: Math.max(text.length - 1, 0) }, (_, n) => text.slice(n, n + 2))
  const [one, other] = [pairs(a), pairs(b)]
  const left = [...other]
  const shared = one.filter((pair) => {
    const at = left.indexOf(pair)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
  return one.length + other.length ? (2 * shared) / (one.length + other.length) : 0
}
