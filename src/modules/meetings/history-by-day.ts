/** One thing that happened to a meeting, newest first as they come. */
export type Happened = { name: string; at: Temporal.Instant; by: string | null; item_title: string | null }

/** Things of one kind by one hand on one day: how many, from when to when, and the items they were about. */
export type HistoryLine = {
  /** In words: `event.<name>`. */
  name: string
  by: string | null
  count: number
  first: Temporal.Instant
  last: Temporal.Instant
  items: string[]
}
export type HistoryDay = { day: Temporal.PlainDate; lines: HistoryLine[] }

/** The journal of a meeting day by day in its own zone, newest first; an evening of fifty entries becomes a dozen lines. */
export const historyByDay = (rows: readonly Happened[], zone: string): HistoryDay[] => {
  const days = new Map<string, { day: Temporal.PlainDate; lines: Map<string, HistoryLine> }>()
  for (const { name, at, by, item_title } of rows) {
    const day = at.toZonedDateTimeISO(zone).toPlainDate()
    const { lines } = entry(days, day.toString(), () => ({ day, lines: new Map<string, HistoryLine>() }))
    const line = entry(lines, `${name} ${by}`, () => ({ name, by, count: 0, first: at, last: at, items: [] }))
    line.count++
    line.first = at
    if (item_title && !line.items.includes(item_title)) line.items.unshift(item_title)
  }
  return [...days.values()].map(({ day, lines }) => ({ day, lines: [...lines.values()] }))
}

const entry = <V>(map: Map<string, V>, key: string, fresh: () => V): V => {
  const known = map.get(key)
  if (known) return known
  const value = fresh()
  map.set(key, value)
  return value
}
