/** An item that nobody reads yet. `themes`: those it is of, with those above them. */
export type ToRead = {
  id: string
  pages: number
  themes: readonly string[]
  /** Who leads its matter, and who read an item of that matter before. */
  lead_id: string | null
  past_id: string | null
}

export type Reader = {
  id: string
  /** What they read already in this sitting. */
  items: number
  pages: number
  themes: readonly string[]
  wishes: ReadonlyMap<string, "want" | "could" | "not">
}

/** Why this reader: what weighed most. `load`: nothing spoke for anybody, and they have the least to read. */
export type Why = "want" | "lead" | "theme" | "past" | "could" | "load"
export type Proposal = { itemId: string; readerId: string; why: Why }

// A wish outweighs a theme, and six items already in hand outweigh a wish: forty reports come to be shared among all.
const weights: Record<Exclude<Why, "load">, number> = { want: 100, lead: 60, theme: 40, past: 30, could: 25 }
const OF_AN_ITEM = 15
const OF_A_PAGE = 0.25

/**
 * A reader for each item: the pair that fits best first, and so on, each item given weighing on what its reader is given next.
 * Whoever said "not" is never proposed; an item that all refuse has nobody. Only proposed: somebody adjusts and confirms.
 */
export const propose = (items: readonly ToRead[], readers: readonly Reader[]): Proposal[] => {
  const loads = new Map(readers.map(({ id, items: count, pages }) => [id, count * OF_AN_ITEM + pages * OF_A_PAGE]))
  const open = new Set(items)
  const proposals: Proposal[] = []
  while (open.size > 0) {
    let best: { item: ToRead; reader: Reader; score: number } | undefined
    for (const item of open)
      for (const reader of readers) {
        if (reader.wishes.get(item.id) === "not") continue
        const score = reasons(item, reader).reduce((sum, why) => sum + weights[why], 0) - loads.get(reader.id)!
        if (!best || score > best.score) best = { item, reader, score }
      }
    if (!best) return proposals
    const { item, reader } = best
    open.delete(item)
    loads.set(reader.id, loads.get(reader.id)! + OF_AN_ITEM + item.pages * OF_A_PAGE)
    proposals.push({ itemId: item.id, readerId: reader.id, why: reasons(item, reader)[0] ?? "load" })
  }
  return proposals
}

// The weightiest first.
const reasons = (item: ToRead, { id, themes, wishes }: Reader): Exclude<Why, "load">[] => [
  ...(wishes.get(item.id) === "want" ? ["want" as const] : []),
  ...(item.lead_id === id ? ["lead" as const] : []),
  ...(item.themes.some((theme) => themes.includes(theme)) ? ["theme" as const] : []),
  ...(item.past_id === id ? ["past" as const] : []),
  ...(wishes.get(item.id) === "could" ? ["could" as const] : []),
]
