import { z } from "zod"
import { read } from "../../../kernel/read.ts"
import { mustSee } from "../../mandates/contract.ts"
import { findDesignation, prepares } from "../seen.ts"
import { checkedList } from "./checked.ts"
import { eachOnce, peopleSaid } from "./said.ts"
import { peopleOf } from "./store.ts"
import { affiliationsOf } from "./take.ts"

/** What there is to know of a list while it is made: its numbers, its parity, what the law has against whom. */
export const supposeList = read({
  name: "designations.check",
  input: z.object({
    designationId: z.uuid(),
    /** The list as JSON, as `designations.setList` takes it: a read is asked by its address. */
    people: z.string().max(60_000),
  }),
  find: ({ designationId }, given) => findDesignation(designationId, given),
  allow: prepares,
  async run({ input, subject: designation, ...given }) {
    const said = peopleSaid.safeParse(listOf(input.people))
    if (!said.success) return { checks: [], affiliations: [] }
    const asked = eachOnce(said.data)
    const known = (await peopleOf(designation.id, given)).map(({ person_id }) => person_id)
    const persons = asked.map(({ personId }) => personId)
    await mustSee(persons, given, { known })
    const put = asked.map(({ personId, seat, component }) => ({ person_id: personId, seat, component }))
    const { checks } = await checkedList(designation, put, given)
    const affiliations = await affiliationsOf(designation, persons, given)
    return { checks, affiliations: [...affiliations].map(([person_id, name]) => ({ person_id, name })) }
  },
})

const listOf = (typed: string): unknown => {
  try {
    return JSON.parse(typed)
  } catch {
    return null
  }
}
