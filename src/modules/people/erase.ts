import { sql } from "kysely"
import type { Circumstances } from "../../kernel/rule.ts"

/** What stands in the place of a name that was erased. */
export const nameless = { given_name: "Personne", family_name: "effacée" } as const

/** Takes the name and every detail out of a person's row. What else names them is let go of by `eraseHeld`. */
export const erasePersonRow = async (
  personId: string,
  on: Temporal.PlainDate,
  { db }: Pick<Circumstances, "db">,
): Promise<void> => {
  await db
    .updateTable("people")
    .set({
      ...nameless,
      form: "n",
      email: null,
      phone: null,
      street: null,
      postcode: null,
      town: null,
      country: null,
      note: null,
      post_only: true,
      left_on: sql`coalesce(left_on, ${on}::date)`,
      erased_on: on,
    })
    .where("id", "=", personId)
    .execute()
}
