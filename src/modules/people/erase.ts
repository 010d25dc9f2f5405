import { type RawBuilder, sql } from "kysely"
import type { Db } from "../../kernel/db.ts"
import type { Circumstances } from "../../kernel/rule.ts"

/** What stands in the place of a name that was erased. */
export const nameless = { given_name: "Personne", family_name: "effacée" } as const

/** Takes the name and every detail out of a person's row. What else names them is let go of by `eraseHeld`. */
export const erasePersonRow = async (
  personId: string,
  on: Temporal.PlainDate,
  { db }: Pick<Circumstances, "db">,
): Promise<void> => {
  await erasePeopleRows(sql`id = ${personId}`, on, db)
}

/** The same of all whom `which` (SQL) says; answers how many. */
export const erasePeopleRows = async (which: RawBuilder<unknown>, on: Temporal.PlainDate, db: Db): Promise<number> => {
  const { numAffectedRows = 0n } = await sql`
    update people set given_name = ${nameless.given_name}, family_name = ${nameless.family_name}, form = 'n', email = null, phone = null,
           street = null, postcode = null, town = null, country = null, note = null, post_only = true,
           left_on = coalesce(left_on, ${on}::date), erased_on = ${on}::date
     where ${which}`.execute(db)
  return Number(numAffectedRows)
}
