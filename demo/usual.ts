/** What is usually said of the items that stand on every agenda, by title. */
export type Usual = Readonly<Record<string, readonly string[]>>

/** Answers what is said of an item this time: its own sentences in turn, so that no meeting repeats the one before. */
export const inTurn = (usual: Usual): ((title: string) => string | undefined) => {
  const heard = new Map<string, number>()
  return (title) => {
    const nth = heard.get(title) ?? 0
    heard.set(title, nth + 1)
    const told = usual[title]
    return told?.[nth % told.length]
  }
}
