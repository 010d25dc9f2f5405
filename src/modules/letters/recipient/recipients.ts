import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import { invalid } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { isCounterpartSeen } from "../../counterparts/contract.ts"

export type Outside = {
  id: string
  nature: "organisation" | "person"
  name: string
  given_name: string | null
  form: "m" | "f" | "n"
  street: string | null
  postcode: string | null
  town: string | null
  country: string | null
  email: string | null
}

/**
 * Whom a letter is for, out of the file of its own body alone: the contacts of an elected group and those of a party stay apart.
 * Refuses the field that names somebody else.
 */
export const recipients = async (
  { outsideId, contactId }: { outsideId?: string | null | undefined; contactId?: string | null | undefined },
  bodyId: string,
  { actor, db, now }: Circumstances,
): Promise<{ outside: Outside | undefined; contact: Outside | undefined }> => {
  const ids = [outsideId, contactId].filter((id) => id !== null && id !== undefined)
  if (ids.length === 0) return { outside: undefined, contact: undefined }
  const { rows } = await sql<Outside>`
    select c.id, c.nature, c.name, c.given_name, c.form, c.street, c.postcode, c.town, c.country, c.email from counterparts c
     where c.id = any(${ids}::uuid[]) and c.body_id = ${bodyId}
       and ${actor.personId ? isCounterpartSeen(actor.personId, dayOf(now)) : sql`true`}`.execute(db)
  const outside = rows.find(({ id, nature }) => id === outsideId && nature === "organisation")
  const contact = rows.find(({ id, nature }) => id === contactId && nature === "person")
  if (outsideId && !outside) invalid(["outsideId"], "not_of_this_body")
  if (contactId && !contact) invalid(["contactId"], "not_of_this_body")
  return { outside, contact }
}
