import { isRanked } from "./fitting.ts"

/** Of majority judgment, from the best (Balinski and Laraki’s seven). Whom a ballot does not grade has the last. */
export const GRADES = 7

/**
 * What the fields of a ballot paper say, on the page that has script and on the one that has none, where all is text: `one` a name or
 * "blank"; `c0`, `c1` a tick, a place or a grade beside each.
 */
export const saidOn = (
  { kind, method, candidates }: { kind: string; method: string; candidates: readonly string[] },
  fields: Record<string, unknown>,
): { answer?: unknown; ranks?: number[][] } => {
  if (kind === "yes_no") return { answer: fields["answer"] }
  const all = candidates.map((_, at) => at)
  const numberOf = (at: number) => Number(fields[`c${at}`] || 0)
  const at = (number: number) => all.filter((one) => numberOf(one) === number)
  if (method === "majority_judgment") {
    const ranks = Array.from({ length: GRADES }, (_, grade) => at(grade + 1))
    return { ranks: ranks.flat().length > 0 ? ranks : [] }
  }
  if (isRanked(method)) {
    const places = [...new Set(all.map(numberOf))].filter((place) => place > 0).toSorted((a, b) => a - b)
    return { ranks: places.map(at) }
  }
  const named = all.filter((one) => numberOf(one) === 1 || fields["one"] === String(one))
  return { ranks: named.length ? [named] : [] }
}
