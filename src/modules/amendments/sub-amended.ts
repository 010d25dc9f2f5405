import type { Operation } from "../../kernel/amending/operation.ts"
import { consolidate } from "./consolidate.ts"
import { proposedBy } from "./ground.ts"

type Taken = { id: string; operations: readonly Operation[] }

/** What an amendment asks once these sub-amendments are in it; those that cannot go with one taken before stay out, and are named. */
export function subAmended(
  operations: readonly Operation[],
  taken: readonly Taken[],
): { operations: Operation[]; leftOut: { id: string; because: string }[] } {
  const owners = operations.flatMap(({ put }, index) => put.map(() => index))
  const { rows, leftOut } = consolidate(proposedBy(operations), taken)
  const puts = operations.map((): string[] => [])
  let at = 0
  for (const { before, after } of rows) {
    if (before) at++
    // What is inserted belongs with the paragraph before it.
    const owner = owners[Math.max(0, at - 1)]
    if (after && owner !== undefined) puts[owner]!.push(after.text)
  }
  const became = operations.map((one, index): Operation => ({ ...one, put: puts[index]! }))
  // An insertion of which nothing is left asks for nothing.
  return { operations: became.filter(({ from, to, put }) => from < to || put.length > 0), leftOut }
}
