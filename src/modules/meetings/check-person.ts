import type { Db } from "../../kernel/db.ts"
import { invalid } from "../../kernel/refusal.ts"

/** Refuses a person who does not exist here, naming the field, before a foreign key would. */
export const checkPerson = async (field: string, personId: string | null | undefined, db: Db) => {
  if (personId && !(await db.selectFrom("people").select("id").where("id", "=", personId).executeTakeFirst()))
    invalid([field], "unknown_person")
}
