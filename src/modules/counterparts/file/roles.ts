import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { day, line } from "../../../kernel/input.ts"
import { invalid } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import { roleBegun, roleChanged } from "../events.ts"
import { type Counterpart, findCounterpartToChange, ofThisFile } from "../store.ts"

/** What a person outside is in an organisation outside, of the same file. */
export const beginRole = command({
  name: "counterparts.beginRole",
  input: z.object({
    counterpartId: z.uuid(),
    outsideId: z.uuid(),
    title: line(200),
    since: day().nullish(),
    until: day().nullish(),
  }),
  find: ({ counterpartId }, given) => findCounterpartToChange(counterpartId, given),
  allow: holds("counterparts.manage"),
  async run({ input, subject: contact, ...given }) {
    const [outside] = await ofThisFile("outsideId", [input.outsideId], contact.body_id, given)
    const wish = { contactId: contact.id, outside: outside!, title: input.title, since: input.since ?? null }
    if (contact.nature !== "person") invalid(["counterpartId"], "not_a_person")
    const roleId = await insertRole({ ...wish, until: input.until ?? null }, given)
    return roleBegun({ roleId, counterpartId: contact.id, outsideId: input.outsideId })
  },
})

/** Its title and its days, its end among them. What it was stays: a role is not deleted. */
export const changeRole = command({
  name: "counterparts.changeRole",
  input: z.object({ roleId: z.uuid(), title: line(200), since: day().nullable(), until: day().nullable() }),
  find: ({ roleId }, given) => findRoleToChange(roleId, given),
  allow: holds("counterparts.manage"),
  async run({ input: { roleId, title, since, until }, subject: { contact_id, outside_id }, ...given }) {
    inOrder(since, until)
    await given.db.updateTable("counterpart_roles").set({ title, since, until }).where("id", "=", roleId).execute()
    await keepThrough([contact_id], given)
    return roleChanged({ roleId, counterpartId: contact_id, outsideId: outside_id })
  },
})

type Role = {
  contactId: string
  outside: Counterpart
  title: string
  since: Temporal.PlainDate | null
  until?: Temporal.PlainDate | null
}

export const insertRole = async ({ contactId, outside, title, since, until = null }: Role, given: Circumstances) => {
  if (outside.nature !== "organisation") invalid(["outsideId"], "not_an_organisation")
  inOrder(since, until)
  const id = newId()
  await given.db
    .insertInto("counterpart_roles")
    .values({
      organisation_id: given.actor.organisation,
      id,
      contact_id: contactId,
      outside_id: outside.id,
      title,
      since,
      until,
    })
    .execute()
  await keepThrough([contactId], given)
  return id
}

/** Writes again under which organisations people are found; `all` of an organisation when its name has changed. */
export const keepThrough = async (contactIds: readonly string[] | { of: string }, { db, now }: Circumstances) => {
  const concerned =
    "of" in contactIds
      ? sql`c.id in (select contact_id from counterpart_roles where outside_id = ${contactIds.of})`
      : sql`c.id = any(${[...contactIds]}::uuid[])`
  await sql`
    update counterparts c set through = coalesce((
      select string_agg(o.name, ' ') from counterpart_roles r
        join counterparts o on (o.organisation_id, o.id) = (r.organisation_id, r.outside_id)
       where (r.organisation_id, r.contact_id) = (c.organisation_id, c.id) and ${lasts(dayOf(now))}), '')
     where ${concerned}`.execute(db)
}

/** SQL, of a role `r`: it has not ended. */
export const lasts = (today: Temporal.PlainDate) => sql<boolean>`(r.until is null or r.until >= ${today}::date)`

const findRoleToChange = async (roleId: string, given: Circumstances) => {
  const role = await given.db.selectFrom("counterpart_roles").selectAll().where("id", "=", roleId).executeTakeFirst()
  const contact = role && (await findCounterpartToChange(role.contact_id, given))
  return role && contact && { ...role, body_id: contact.body_id }
}

const inOrder = (since: Temporal.PlainDate | null, until: Temporal.PlainDate | null) => {
  if (since && until && Temporal.PlainDate.compare(until, since) < 0) invalid(["until"], "ends_before")
}
