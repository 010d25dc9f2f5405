import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { insertMembership, mayBeSeen, membershipBegun } from "../mandates/contract.ts"
import { personAdded } from "./events.ts"
import { personFields } from "./fields.ts"
import { insertPerson } from "./insert.ts"

/**
 * The person of an address for a body: whoever in sight already has it, otherwise somebody new, as a contact of the body: of no
 * ring that has rights or says an opinion. Answers what happened beside.
 */
export const addContact = async (
  { bodyId, ...who }: { bodyId: string; given_name: string; family_name: string; email: string },
  given: Circumstances,
) => {
  const { db, actor, now } = given
  const { rows } = await sql<{ id: string }>`
    select p.id from people p
     where lower(p.email) = lower(${who.email}) and p.left_on is null and ${await mayBeSeen(given)}
     order by p.id limit 1`.execute(db)
  const [known] = rows
  if (known) return { personId: known.id, events: [] }
  const personId = await insertPerson(personFields.parse({ ...who, language: actor.language }), given)
  const dates = { ring: "contact" as const, since: dayOf(now) }
  const membershipId = await insertMembership({ personId, bodyId, dates }, given)
  return { personId, events: [personAdded({ personId, bodyId }), membershipBegun({ membershipId, personId, bodyId })] }
}
