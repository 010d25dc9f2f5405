import type { Event } from "../../../kernel/event.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { Ring } from "../tables.ts"
import { membershipBegun, membershipEnded } from "./events.ts"
import { insertMembership, shareADay } from "./store.ts"

/**
 * Somebody comes into a ring of a body from a day. Whoever was in another ring leaves it the day before: a sympathiser becomes a
 * member. Whoever is already in this ring is refused. The person's row is locked: two secretaries do not do it twice.
 */
export const enterRing = async (
  { personId, bodyId, ring, since }: { personId: string; bodyId: string; ring: Ring; since: Temporal.PlainDate },
  given: Circumstances,
): Promise<Event[]> => {
  const { db } = given
  await db.selectFrom("people").select("id").where("id", "=", personId).forUpdate().execute()
  const all = await db
    .selectFrom("memberships")
    .selectAll()
    .where("person_id", "=", personId)
    .where("body_id", "=", bodyId)
    .execute()
  const events: Event[] = []
  for (const one of all.filter((each) => shareADay(each, { since }))) {
    if (one.ring === ring || Temporal.PlainDate.compare(one.since, since) > 0) refuse("memberships.already")
    const until = since.subtract({ days: 1 })
    await db.updateTable("memberships").set({ until }).where("id", "=", one.id).execute()
    events.push(membershipEnded({ membershipId: one.id, personId, bodyId, until: until.toString() }))
  }
  const membershipId = await insertMembership({ personId, bodyId, dates: { ring, since } }, given)
  return [...events, membershipBegun({ membershipId, personId, bodyId })]
}
