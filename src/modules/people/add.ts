import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { newId } from "../../kernel/id.ts"
import { refuse } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { findBody } from "../bodies/contract.ts"
import { holds, insertMembership, membershipBegun, membershipDates } from "../mandates/contract.ts"
import { personAdded } from "./events.ts"
import { columnsOf, personFields, type PersonFields } from "./fields.ts"
import { mayBeSeen } from "../mandates/contract.ts"

/** Somebody new, as a member of a body from a day. A namesake one can see is refused once: `sure` says it is another person. */
export const addPerson = command({
  name: "people.add",
  input: personFields.extend({ bodyId: z.uuid(), membership: membershipDates, sure: z.boolean().default(false) }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("people.manage"),
  async run({ input, subject: body, ...given }) {
    if (!input.sure && (await isKnown(input, given))) refuse("people.known")
    const personId = newId()
    await given.db
      .insertInto("people")
      .values({ ...columnsOf(input), organisation_id: given.actor.organisation, id: personId, left_on: null })
      .execute()
    const membershipId = await insertMembership({ personId, bodyId: body.id, dates: input.membership }, given)
    return [personAdded({ personId, bodyId: body.id }), membershipBegun({ membershipId, personId, bodyId: body.id })]
  },
})

// Only among those the actor may see: a refusal must not tell who is in another chapter.
const isKnown = async ({ given_name, family_name, email }: PersonFields, { actor, db, now }: Circumstances) => {
  const { rows } = await sql`
    select from people p
     where (p.folded = name_folded(${`${family_name} ${given_name}`}) or lower(p.email) = lower(${email ?? null}))
       and ${await mayBeSeen({ actor, db, now })} limit 1`.execute(db)
  return rows.length > 0
}
