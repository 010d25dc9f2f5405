import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { holdApart } from "../duplicates/apart.ts"
import { likenedOf } from "../duplicates/candidates.ts"
import { likenessOf } from "../duplicates/likeness.ts"
import { powersOf } from "./gains.ts"
import { filledOnlyThere, mergedFields, mergePeople } from "./merge.ts"
import { noteOpening } from "../openings.ts"
import { findTwo, keepsBoth, type Person } from "./two.ts"

/** Two records side by side, why they look alike, and what merging them would do, before anybody does it. */
export const comparePeople = read({
  name: "people.compare",
  input: z.object({ personId: z.uuid(), otherId: z.uuid() }),
  async find({ personId, otherId }, { db }) {
    const two = personId === otherId ? undefined : await findTwo(personId, otherId, db)
    return two && !two.one.merged_into && !two.other.merged_into ? two : undefined
  },
  allow: keepsBoth,
  async run({ subject: two, ...given }) {
    const { one, other } = two
    for (const { id } of [one, other]) await noteOpening(id, given)
    const people = await likenedOf([one.id, other.id], given.db)
    const powers = await powersOf(one.id, other.id, given)
    const { rows: apart } = await sql<{ at: Temporal.Instant; by: string }>`
      select x.said_at as at, p.given_name || ' ' || p.family_name as by
        from people_apart x join people p on p.id = x.said_by
       where x.first_id = least(${one.id}::uuid, ${other.id}::uuid) and x.second_id = greatest(${one.id}::uuid, ${other.id}::uuid)`.execute(
      given.db,
    )
    return {
      ...likenessOf(people.get(one.id)!, people.get(other.id)!),
      one: await side(one, given),
      other: await side(other, given),
      differ: mergedFields.filter((field) => one[field] !== other[field]),
      /** Of the values that differ, those taken from the other by default, whichever of the two stays. */
      fills: { one: filledOnlyThere(one, other), other: filledOnlyThere(other, one) },
      // A body where the reader gives nothing is not named to them.
      powers: powers.filter(({ is_theirs_to_give }) => is_theirs_to_give),
      gives_rights: powers.some(({ is_theirs_to_give }) => !is_theirs_to_give),
      apart: apart[0] ?? null,
      may: await may(two, [mergePeople, holdApart], given),
    }
  },
})

const side = async (person: Person, given: Circumstances) => {
  const { id, created_at, left_on, ...rest } = person
  const fields = Object.fromEntries(mergedFields.map((field) => [field, rest[field]])) as Pick<
    Person,
    (typeof mergedFields)[number]
  >
  return {
    id,
    name: `${rest.given_name} ${rest.family_name}`,
    fields,
    since: dayOf(created_at),
    left_on,
    signs_in: await signsIn(id, given),
  }
}

const signsIn = async (personId: string, { actor, db }: Circumstances): Promise<boolean> => {
  const { rows } = await sql`select from account_of(${actor.organisation}, ${personId})`.execute(db)
  return rows.length > 0
}
