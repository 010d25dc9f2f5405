import type { Bounds } from "../../../../kernel/counting/bounds.ts"
import { refuse } from "../../../../kernel/refusal.ts"

/**
 * Shares among the elected, one a line: "au moins 1 : Ana Roy, Bo", "at most 2: Cy, Di"; candidates by name or by number. Where too
 * few stand, the seat stays vacant, as in the votes held here.
 */
export const readShares = (text: string, candidates: readonly string[], seats: number): Bounds[] =>
  text.split("\n").flatMap((raw, at) => {
    const words = raw.trim()
    if (!words) return []
    const line = at + 1
    const [, least, most, number, names] =
      /^(?:(au moins|at least)|(au plus|at most))\s+(\d{1,3})\s*:\s*(.+)$/i.exec(words) ??
      refuse("votes.count.share_unread", { line })
    if (!least && !most) return []
    const of = names!.split(",").map((one) => placeOf(one.trim(), candidates, line))
    const bound = Number(number)
    return [{ of, least: least ? bound : 0, most: most ? bound : seats, unmet: "vacant" as const }]
  })

const placeOf = (name: string, candidates: readonly string[], line: number): number => {
  const at = candidates.indexOf(name)
  if (at !== -1 && candidates.lastIndexOf(name) === at) return at
  const number = Number(name)
  if (at === -1 && Number.isInteger(number) && number >= 1 && number <= candidates.length) return number - 1
  return refuse("votes.count.share_of_nobody", { line, name: name.slice(0, 60) })
}

/** The same lines, of shares that a vote declared. */
export const writtenShares = (
  bounds: readonly Pick<Bounds, "of" | "least" | "most">[],
  candidates: readonly string[],
): string =>
  bounds
    .flatMap(({ of, least, most }) => {
      const names = of.map((at) => (candidates.indexOf(candidates[at]!) === at ? candidates[at] : at + 1)).join(", ")
      return [
        ...(least > 0 ? [`au moins ${least} : ${names}`] : []),
        ...(most < of.length ? [`au plus ${most} : ${names}`] : []),
      ]
    })
    .join("\n")
