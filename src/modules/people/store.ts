import type { Db } from "../../kernel/db.ts"

/** A person with `person_id` beside the `id`, so that rules about a person read them like any other subject. */
export const findPerson = (personId: string, db: Db) =>
  db.selectFrom("people").selectAll().select("id as person_id").where("id", "=", personId).executeTakeFirst()

export const findPersonToChange = (personId: string, db: Db) =>
  db
    .selectFrom("people")
    .selectAll()
    .select("id as person_id")
    .where("id", "=", personId)
    .forUpdate()
    .executeTakeFirst()
