import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { day, line } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { capabilities, findBody } from "../../bodies/contract.ts"
import { inOrder } from "../memberships/dates.ts"
import { holds, reasons } from "../rights.ts"
import { mustSee } from "../sight.ts"
import { grantGiven } from "./events.ts"
import { checkThing } from "./things.ts"

/** One capability, in one body, until a day, from a named person who has it: a replacement, a helping hand. */
export const giveGrant = command({
  name: "grants.give",
  input: z.object({
    personId: z.uuid(),
    bodyId: z.uuid(),
    capability: z.enum(capabilities),
    since: day(),
    until: day(),
    reason: line(),
    /** One thing of the body, and nothing else of it: one of these at most. */
    matterId: z.uuid().nullish(),
    meetingId: z.uuid().nullish(),
    listId: z.uuid().nullish(),
  }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("mandates.manage"),
  async run({ input, subject: body, ...given }) {
    const { actor, db, now } = given
    const { personId, capability, since, until, reason } = inOrder(input)
    await mustSee([personId], given)
    const person = await db.selectFrom("people").select("left_on").where("id", "=", personId).executeTakeFirst()
    if (!person || !actor.personId) return refuse("not_found", {}, 404)
    if (person.left_on) refuse("mandates.has_left")
    await checkThing(input, capability, body.id, db)
    // Nobody gives more than they have, or a right could be made out of nothing.
    const own = await reasons({ personId: actor.personId, capability, bodyId: body.id, on: dayOf(now) }, db)
    if (own.length === 0) refuse("grants.not_yours", {}, 403)
    const grantId = newId()
    await db
      .insertInto("grants")
      .values({
        organisation_id: actor.organisation,
        id: grantId,
        person_id: personId,
        capability,
        body_id: body.id,
        since,
        until,
        granted_by: actor.personId,
        reason,
        revoked_on: null,
        matter_id: input.matterId ?? null,
        meeting_id: input.meetingId ?? null,
        list_id: input.listId ?? null,
      })
      .execute()
    return grantGiven({ grantId, personId, bodyId: body.id, capability, until: String(until) })
  },
})
