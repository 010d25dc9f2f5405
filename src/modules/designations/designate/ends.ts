import { invalid } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { type HeldOffice, heldThere } from "../../offices/contract.ts"
import type { Designation } from "../designation.ts"

type Who = { person_id: string }

/** Who sits there on the day before, and would sit there still: designated again, or somebody else. */
export const sittingThere = async (
  { institution_id, since }: Pick<Designation, "institution_id" | "since">,
  people: readonly Who[],
  { db }: Pick<Circumstances, "db">,
): Promise<{ again: HeldOffice[]; others: HeldOffice[] }> => {
  const all = (await heldThere(institution_id, since, db)).filter(
    (one) => Temporal.PlainDate.compare(one.since, since) < 0,
  )
  const isAgain = ({ person_id }: HeldOffice) => people.some((one) => one.person_id === person_id)
  return { again: all.filter(isAgain), others: all.filter((one) => !isAgain(one)) }
}

/** Those whose mandate ends with it: of whoever is designated again always, of others those that were ticked. */
export const endingWith = async (
  designation: Designation,
  people: readonly Who[],
  ends: readonly string[],
  given: Circumstances,
): Promise<HeldOffice[]> => {
  const { again, others } = await sittingThere(designation, people, given)
  const ticked = ends.filter((id) => !again.some((one) => one.id === id))
  return [
    ...again,
    ...ticked.map((id) => others.find((one) => one.id === id) ?? invalid(["ends"], "designations.not_there")),
  ]
}
