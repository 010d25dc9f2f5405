import type { Db } from "../../../kernel/db.ts"
import { newId } from "../../../kernel/id.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { inOrder, type MembershipDates } from "./dates.ts"

/** Writes that a person belongs to a body; answers the membership's id. */
export const insertMembership = async (
  { personId, bodyId, dates }: { personId: string; bodyId: string; dates: MembershipDates },
  { actor, db }: Circumstances,
): Promise<string> => {
  const id = newId()
  const { ring, since, until = null, dues_until = null } = inOrder(dates)
  await db
    .insertInto("memberships")
    .values({
      organisation_id: actor.organisation,
      id,
      person_id: personId,
      body_id: bodyId,
      ring,
      since,
      until,
      dues_until,
    })
    .execute()
  return id
}

export const findMembershipToChange = (membershipId: string, db: Db) =>
  db.selectFrom("memberships").selectAll().where("id", "=", membershipId).forUpdate().executeTakeFirst()

/** A membership of the same person in the same body that shares a day with these dates, another than `except`. */
export const overlapping = async (
  { personId, bodyId, dates, except }: { personId: string; bodyId: string; dates: MembershipDates; except?: string },
  db: Db,
): Promise<boolean> => {
  const all = await db
    .selectFrom("memberships")
    .select(["id", "since", "until"])
    .where("person_id", "=", personId)
    .where("body_id", "=", bodyId)
    .execute()
  return all.some((one) => one.id !== except && shareADay(one, dates))
}

type Dates = { since: Temporal.PlainDate; until?: Temporal.PlainDate | null | undefined }

/** Two spans of days, last days included; no last day means for ever. */
export const shareADay = (one: Dates, other: Dates): boolean =>
  (!one.until || Temporal.PlainDate.compare(other.since, one.until) <= 0) &&
  (!other.until || Temporal.PlainDate.compare(one.since, other.until) <= 0)
