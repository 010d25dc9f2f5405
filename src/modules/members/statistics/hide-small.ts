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

/**
 * The same, where a part of these people has a table of its own (`known`: the body itself, of it and those below): what is left when
 * one table is taken from the other tells nothing of a few people either.
 */
export const hideDifferences = (cells: readonly Cell[], known: readonly Cell[]): Shown[] => {
  const rest = restOf(cells, known)
  const hidden = new Set(
    [...hideSmall(cells), ...hideSmall(rest)].filter((one) => one.count === null).map(({ key }) => key),
  )
  return hideSmall(cells).map((one) => (hidden.has(one.key) ? { ...one, count: null } : one))
}

export const restOf = (cells: readonly Cell[], known: readonly Cell[]): Cell[] =>
  cells.map(({ key, count }) => ({ key, count: count - (known.find((one) => one.key === key)?.count ?? 0) }))

/**
 * Rings: how many members there are is the sum of every other table, so it hides nothing. What is small among the others is hidden
 * among them.
 */
export const hideRings = (cells: readonly Cell[], known?: readonly Cell[]): Shown[] => {
  const hide = (some: readonly Cell[]) => (known ? hideDifferences(some, known) : hideSmall(some))
  const isMember = ({ key }: { key: string }) => key === "member"
  const told = [cells, ...(known ? [restOf(cells, known)] : [])].map((all) => all.find(isMember)?.count ?? 0)
  if (!cells.some(isMember) || told.some((count) => count > 0 && count < FEW)) return hide(cells)
  const others = hide(cells.filter((one) => !isMember(one)))
  return cells.map((one) => others.find(({ key }) => key === one.key) ?? { ...one, is_few: false })
}

/** The total may be shown when nothing is hidden, or when what is hidden is enough not to be told by difference. */
export const isTotalShown = (cells: readonly Cell[], shown: readonly Shown[]): boolean => {
  const hidden = new Set(shown.filter(({ count }) => count === null).map(({ key }) => key))
  return hidden.size === 0 || (hidden.size > 1 && sumOf(cells, hidden) >= FEW + hidden.size - 1)
}
