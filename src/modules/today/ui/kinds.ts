/** Past five of a kind, one line says how many more there are. */
export const MOST = 5

/** What waits, kind by kind in the order each first comes: what is shown of each, and what one line stands for. */
export const byKind = <Thing extends { key: string }>(things: readonly Thing[]) =>
  [...Map.groupBy(things, ({ key }) => key)].map(([key, all]) => {
    // The line that says how many stands in the place of the fifth: it never stands for one alone.
    const shown = all.length > MOST ? MOST - 1 : MOST
    return { key, shown: all.slice(0, shown), rest: all.slice(shown) }
  })
