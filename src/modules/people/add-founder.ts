import { newId } from "../../kernel/id.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import type { Form } from "./tables.ts"

/** Writes the first person of an organisation, before anyone can be allowed to. */
export const addFounder = async (
  { given_name, family_name, form, email }: { given_name: string; family_name: string; form: Form; email: string },
  { actor, db }: Circumstances,
): Promise<string> => {
  const id = newId()
  await db
    .insertInto("people")
    .values({
      organisation_id: actor.organisation,
      id,
      given_name,
      family_name,
      form,
      email,
      phone: null,
      street: null,
      postcode: null,
      town: null,
      country: null,
      note: null,
      left_on: null,
    })
    .execute()
  return id
}
