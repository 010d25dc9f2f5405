/**
 * The order somebody wished for, over the items there are now: what was removed meanwhile is passed over, and what was added
 * meanwhile stays behind the item it stood behind.
 */
export const inOrder = (now: readonly string[], wished: readonly string[]): string[] => {
  const ordered = wished.filter((id) => now.includes(id))
  for (const [index, id] of now.entries()) {
    if (ordered.includes(id)) continue
    const before = now[index - 1]
    ordered.splice(before === undefined ? 0 : ordered.indexOf(before) + 1, 0, id)
  }
  return ordered
}
