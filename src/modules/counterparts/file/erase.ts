import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { holds } from "../../mandates/contract.ts"
import { counterpartErased } from "../events.ts"
import { findCounterpartToChange } from "../store.ts"
import { dayOf } from "../../../kernel/clock.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"

/**
 * A person outside who asks to be forgotten: name, addresses, note, roles and acquaintances go for good. That there were
 * exchanges stays, without them; their words are removed one by one, by who knows whether they speak of the person.
 */
export const eraseCounterpart = command({
  name: "counterparts.erase",
  input: z.object({ counterpartId: z.uuid() }),
  find: ({ counterpartId }, given) => findCounterpartToChange(counterpartId, given),
  allow: holds("counterparts.manage"),
  async run({ subject: { id, body_id, nature }, ...given }) {
    if (nature !== "person") refuse("counterparts.erase_people_only")
    await forgetCounterpart(id, given)
    return counterpartErased({ counterpartId: id, bodyId: body_id })
  },
})

/** Name, addresses, note, roles and acquaintances of a person outside, for good. */
export const forgetCounterpart = async (id: string, { db, now }: Circumstances): Promise<void> => {
  await db.deleteFrom("counterpart_roles").where("contact_id", "=", id).execute()
  await db.deleteFrom("acquaintances").where("counterpart_id", "=", id).execute()
  const nothing = {
    given_name: null,
    territory: null,
    territory_code: null,
    street: null,
    postcode: null,
    town: null,
    country: null,
    email: null,
    phone: null,
    website: null,
    note: null,
    forget_on: null,
    kept_until: null,
    kept_reason: null,
    kept_by: null,
  }
  await db
    .updateTable("counterparts")
    .set({ ...nothing, name: "—", form: "n", themes: [], through: "", ended_on: dayOf(now) })
    .where("id", "=", id)
    .execute()
}
