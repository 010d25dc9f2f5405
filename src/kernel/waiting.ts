import type { Circumstances } from "./rule.ts"
import type { Missing } from "./workflow.ts"

/**
 * One thing that waits for a person. Its sentence is `key` with `facts`, the words of its button `act`: keys of the module's words.
 * It is computed each time it is asked, never stored: what has been done waits no more.
 */
export type Waiting = {
  key: string
  act: string
  /** Days are ISO text: whoever shows them writes them in the reader's language. */
  facts?: Record<string, string | number>
  /** The page where it is done, within the product: "/reunions/…/convoquer". */
  at: string
  /** The last day on which it is in time; after it, it is late. Absent: no day is set. */
  due?: Temporal.PlainDate | null
  body_id?: string | null
  /** What is still missing for it; asked when it is shown, not when it is counted. */
  missing?: () => Promise<Missing[]>
  /** What can be done at once, without opening the page: a command, its input, and the key of its words. */
  acts?: { command: string; input: Record<string, string | string[]>; words: string }[]
  /** What one may do and need not: shown, not counted. */
  optional?: boolean
  /** A letter about it says nothing of what it is: mail is read on the way. */
  confidential?: boolean
}

/** What waits, in one module, for the actor of `given`. Asked at every page for the count: a few indexed statements, no more. */
export type WaitingSource = (given: Circumstances) => Promise<Waiting[]>

declare module "./equipment.ts" {
  interface Equipment {
    /** What waits in each module, gathered at start. */
    waiting: readonly WaitingSource[]
  }
}

/** How far ahead a day is before it is spoken of: the two weeks that come. */
export const DAYS_AHEAD = 14

/** All that waits for the actor, nearest day first, what has no day last. */
export const waitingFor = async (given: Circumstances): Promise<Waiting[]> => {
  const all: Waiting[] = []
  // One after the other: a transaction is one connection, which answers one statement at a time.
  for (const source of given.waiting) all.push(...(await source(given)))
  return all.toSorted(nearestFirst)
}

/** How many things wait, without what one need not do: the figure beside "Today". */
export const countOfWaiting = async (given: Circumstances): Promise<number> =>
  (await waitingFor(given)).filter(({ optional }) => !optional).length

const nearestFirst = (a: Waiting, b: Waiting): number =>
  a.due && b.due ? Temporal.PlainDate.compare(a.due, b.due) : Number(!a.due) - Number(!b.due)
