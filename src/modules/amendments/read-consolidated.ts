import { z } from "zod"
import { redlineWords } from "../../kernel/redline/words.ts"
import { ids } from "../../kernel/input.ts"
import { read } from "../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../kernel/rule.ts"
import { consolidate } from "./consolidate.ts"
import { adopted } from "./kinds.ts"
import { type Base, findSeenBase, findVersion } from "./seen.ts"
import { amendmentsOf } from "./store.ts"

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
  const amendments = (await amendmentsOf(base.id, given)).filter(({ version }) => version === base.version)
  const taken = amendments.filter(({ id, state }) => (chosen ? chosen.includes(id) : adopted.includes(state ?? "")))
  const { rows, leftOut } = consolidate((await findVersion(base, given))?.paragraphs ?? [], taken)
  return {
    amendments: amendments.map(({ id, number, group_name, author, title, state }) => ({
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
    left_out: leftOut,
  }
}
