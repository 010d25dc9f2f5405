import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { read } from "../../../kernel/read.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { formulaFor } from "../formulas/called.ts"
import { ownTitles } from "../formulas/own-titles.ts"
import { addressOf } from "./address-of.ts"
import { recipients } from "./recipients.ts"

/** What would stand on a letter to somebody of the file: the address, the salutation and the closing that fit. */
export const proposeLetter = read({
  name: "letters.propose",
  input: z.object({ bodyId: z.uuid(), outsideId: z.uuid().nullish(), contactId: z.uuid().nullish() }),
  find: async ({ bodyId }, { db }) => {
    const body = await findBody(bodyId, db)
    return body && { ...body, body_id: body.id }
  },
  allow: holds("texts.write"),
  run: ({ input, subject: body, ...given }) => proposalFor(input, body, given),
})

/** The address, the salutation and the closing that fit whoever was chosen in the file. */
export const proposalFor = async (
  chosen: { outsideId?: string | null | undefined; contactId?: string | null | undefined },
  body: { id: string; country: string },
  given: Circumstances,
) => {
  const { outside, contact } = await recipients(chosen, body.id, given)
  const role = contact ? await roleOf(contact.id, outside?.id, given) : undefined
  const place = outside ?? role?.outside
  const formula = formulaFor(
    { form: contact?.form ?? "n", role: role?.title ?? null, country: body.country },
    await ownTitles(body.id, given),
  )
  return {
    /** Where somebody has a role, when only they were chosen. */
    outside: place ? { id: place.id, name: place.name } : null,
    role: role?.title ?? null,
    address: addressOf({ outside: place, contact, role: role?.title ?? null }, body.country).join("\n"),
    email: contact?.email ?? place?.email ?? null,
    ...formula,
  }
}

type Role = { title: string; outside: NonNullable<Awaited<ReturnType<typeof recipients>>["outside"]> }

/** The role somebody has today, in the organisation that was chosen when one was. */
const roleOf = async (
  contactId: string,
  outsideId: string | undefined,
  { db, now }: Circumstances,
): Promise<Role | undefined> => {
  const today = dayOf(now)
  const { rows } = await sql<Role>`
    select r.title, jsonb_build_object('id', c.id, 'nature', c.nature, 'name', c.name, 'given_name', c.given_name, 'form', c.form,
             'street', c.street, 'postcode', c.postcode, 'town', c.town, 'country', c.country, 'email', c.email) as outside
      from counterpart_roles r join counterparts c on (c.organisation_id, c.id) = (r.organisation_id, r.outside_id)
     where r.contact_id = ${contactId} and ${outsideId ? sql`r.outside_id = ${outsideId}` : sql`true`}
       and (r.since is null or r.since <= ${today}::date) and (r.until is null or r.until >= ${today}::date)
     order by r.since desc nulls last, r.id limit 1`.execute(db)
  return rows[0]
}
