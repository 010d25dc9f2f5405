import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { anyOf, rule } from "../../../kernel/rule.ts"
import { holds } from "../rights.ts"
import { grantRevoked } from "./events.ts"

const isGiver = rule<{ granted_by: string }>("isGiver", ({ granted_by }, { actor }) => actor.personId === granted_by)

/** Takes a grant back at once. */
export const revokeGrant = command({
  name: "grants.revoke",
  input: z.object({ grantId: z.uuid() }),
  find: ({ grantId }, { db }) =>
    db.selectFrom("grants").selectAll().where("id", "=", grantId).forUpdate().executeTakeFirst(),
  allow: anyOf<{ granted_by: string; body_id: string }>(isGiver, holds("mandates.manage")),
  async run({ subject: grant, db, now }) {
    if (grant.revoked_on) refuse("grants.already_revoked")
    await db
      .updateTable("grants")
      .set({ revoked_on: dayOf(now) })
      .where("id", "=", grant.id)
      .execute()
    return grantRevoked({
      grantId: grant.id,
      personId: grant.person_id,
      bodyId: grant.body_id,
      capability: grant.capability,
    })
  },
})
