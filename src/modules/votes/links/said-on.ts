import { isRanked } from "../../../kernel/counting/fitting.ts"
import type { Ballot } from "../ballot.ts"
import { GRADES } from "../choice.ts"

/** What a paper without script said, for `choiceInput` to judge: its fields are named as those of the page that has script. */
export const saidOn = (
  { kind, method, candidates }: Ballot,
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
  const named = all.filter((one) => fields[`c${one}`] === "1" || fields["one"] === String(one))
  return { ranks: named.length ? [named] : [] }
}
