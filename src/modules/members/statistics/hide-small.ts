/** A figure of a table: hidden where it would tell something of a few people. */
export type Cell = { key: string; count: number }
export type Shown = { key: string; count: number | null; is_few: boolean }

/** Below this a figure is hidden: "moins de 5". */
export const FEW = 5

/**
 * Hides small figures, and with them the next smallest, until what is hidden cannot be computed from the total: at least two cells,
 * which together count at least as many as one may show, and more people than cells, so that no cell is known to be one person.
 */
export const hideSmall = (cells: readonly Cell[]): Shown[] => {
  const few = new Set(cells.filter(({ count }) => count > 0 && count < FEW).map(({ key }) => key))
  const hidden = new Set(few)
  const rest = cells.filter(({ key, count }) => !few.has(key) && count > 0).toSorted((a, b) => a.count - b.count)
  const isSafe = () => hidden.size === 0 || (hidden.size > 1 && sumOf(cells, hidden) >= FEW + hidden.size - 1)
  for (const next of rest) {
    if (isSafe()) break
    hidden.add(next.key)
  }
  return cells.map(({ key, count }) => ({ key, count: hidden.has(key) ? null : count, is_few: few.has(key) }))
}

const sumOf = (cells: readonly Cell[], keys: ReadonlySet<string>) =>
  cells.reduce((sum, { key, count }) => sum + (keys.has(key) ? count : 0), 0)

/** The total may be shown when nothing is hidden, or when what is hidden is enough not to be told by difference. */
export const isTotalShown = (cells: readonly Cell[], shown: readonly Shown[]): boolean => {
  const hidden = new Set(shown.filter(({ count }) => count === null).map(({ key }) => key))
  return hidden.size === 0 || (hidden.size > 1 && sumOf(cells, hidden) >= FEW + hidden.size - 1)
}
