import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { refuse } from "../../kernel/refusal.ts"
import { findBody } from "../bodies/contract.ts"
import { holds, insertMembership, membershipBegun, membershipDates } from "../mandates/contract.ts"
import { personAdded } from "./events.ts"
import { personFields } from "./fields.ts"
import { insertPerson, knownAs } from "./insert.ts"

/** Somebody new, as a member of a body from a day. A namesake one can see is refused once: `sure` says it is another person. */
export const addPerson = command({
  name: "people.add",
  input: personFields.extend({ bodyId: z.uuid(), membership: membershipDates, sure: z.boolean().default(false) }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("people.manage"),
  async run({ input, subject: body, ...given }) {
    if (!input.sure && (await knownAs(input, given)).length > 0) refuse("people.known")
    const personId = await insertPerson(input, given)
    const membershipId = await insertMembership({ personId, bodyId: body.id, dates: input.membership }, given)
    return [personAdded({ personId, bodyId: body.id }), membershipBegun({ membershipId, personId, bodyId: body.id })]
  },
})
