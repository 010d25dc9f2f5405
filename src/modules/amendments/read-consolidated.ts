import { z } from "zod"
import { redlineWords } from "../../kernel/redline/words.ts"
import { ids } from "../../kernel/input.ts"
import { read } from "../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../kernel/rule.ts"
import { consolidate } from "./consolidate.ts"
import { inOrderOfDiscussion } from "./discussion.ts"
import { adopted } from "./kinds.ts"
import { type Base, findSeenBase, findVersion } from "./seen.ts"
import { type Amendment, amendmentsOf } from "./store.ts"
import { subAmended } from "./sub-amended.ts"

const MOST = 2000

/** The text with amendments in it: those that were adopted, or those that were chosen, which shows what they would make of it. */
export const readConsolidated = read({
  name: "amendments.consolidated",
  input: z.object({ baseId: z.uuid(), chosen: ids(MOST).nullish() }),
  find: ({ baseId }, given) => findSeenBase(baseId, given),
  allow: isSignedIn,
  run: async ({ input: { chosen }, subject: base, ...given }) => ({
    title: base.title,
    reference: base.reference,
    ...(await consolidatedOf(base, chosen ?? null, given)),
  }),
})

export const consolidatedOf = async (base: Base, chosen: readonly string[] | null, given: Circumstances) => {
  const all = (await amendmentsOf(base.id, given)).filter(({ stands }) => stands)
  const known = new Set(all.map(({ id }) => id))
  const amendments = inOrderOfDiscussion(
    all.filter(({ amends_id }) => !amends_id || known.has(amends_id)),
    "number",
  )
  const isTaken = ({ id, state }: Amendment) => (chosen ? chosen.includes(id) : adopted.includes(state ?? ""))
  const mains = amendments.filter((one) => !one.amends_id && isTaken(one))
  const ids = new Set(mains.map(({ id }) => id))
  const subs = amendments.filter((one) => one.amends_id && ids.has(one.amends_id) && isTaken(one))
  const amended = mains.map(({ id, operations }) => {
    const own = subs.filter(({ amends_id }) => amends_id === id)
    return { id, ...(own.length ? subAmended(operations, own) : { operations, leftOut: [] }) }
  })
  const { rows, leftOut } = consolidate((await findVersion(base, given))?.paragraphs ?? [], amended)
  const taken = [...mains, ...subs]
  return {
    amendments: amendments.map(({ id, number, group_name, author, title, state, amends_id, amends_name }) => ({
      amends_id,
      amends_name,
      id,
      number,
      group_name,
      author,
      title,
      state,
      taken: taken.some((one) => one.id === id),
    })),
    rows: rows.map(({ before, after, by }) => ({
      is: (after ?? before)!.is,
      pieces: redlineWords(before?.text ?? "", after?.text ?? ""),
      by,
    })),
    left_out: [...amended.flatMap((one) => one.leftOut), ...leftOut],
  }
}
