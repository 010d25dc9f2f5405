import type { Circumstances } from "../../../kernel/rule.ts"
import type { Db } from "../../../kernel/db.ts"
import { membershipChanged } from "./events.ts"

/** Locks the membership for which somebody pays dues: the last one of a ring that belongs, today's or one that has ended. */
export const findPayingMembership = (personId: string, bodyId: string, db: Db) =>
  db
    .selectFrom("memberships")
    .selectAll()
    .where("person_id", "=", personId)
    .where("body_id", "=", bodyId)
    .where("ring", "in", ["member", "sympathiser", "supporter"])
    .orderBy("since", "desc")
    .orderBy("id")
    .limit(1)
    .forUpdate()
    .executeTakeFirst()

/** Writes until when dues are paid; answers what happened. */
export const setDuesUntil = async (
  membership: { id: string; person_id: string; body_id: string },
  until: Temporal.PlainDate | null,
  { db }: Circumstances,
) => {
  await db.updateTable("memberships").set({ dues_until: until }).where("id", "=", membership.id).execute()
  return membershipChanged({
    membershipId: membership.id,
    personId: membership.person_id,
    bodyId: membership.body_id,
  })
}
