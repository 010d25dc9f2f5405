import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../rights.ts"
import { mustSee } from "../sight.ts"
import { membershipDates } from "./dates.ts"
import { membershipBegun } from "./events.ts"
import { insertMembership, overlapping } from "./store.ts"

/** Somebody of the organisation joins a body. The person's row is locked: two secretaries do not make two memberships of it. */
export const beginMembership = command({
  name: "memberships.begin",
  input: membershipDates.extend({ personId: z.uuid(), bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("people.manage"),
  async run({ input, subject: body, ...given }) {
    // Whoever joins is of the body, which reads how to reach them.
    await mustSee([input.personId], given, { enters: true })
    const person = await given.db
      .selectFrom("people")
      .select("id")
      .where("id", "=", input.personId)
      .forUpdate()
      .executeTakeFirst()
    if (!person) refuse("not_found", {}, 404)
    const asked = { personId: input.personId, bodyId: body.id, dates: input }
    if (await overlapping(asked, given.db)) refuse("memberships.already")
    const membershipId = await insertMembership(asked, given)
    return membershipBegun({ membershipId, personId: input.personId, bodyId: body.id })
  },
})
