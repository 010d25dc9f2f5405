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

/** The record that stands for this one: itself, or the one it was merged into. Merging makes every trace point to the last. */
export const standing = async (personId: string, db: Db): Promise<string> => {
  const found = await db.selectFrom("people").select("merged_into").where("id", "=", personId).executeTakeFirst()
  return found?.merged_into ?? personId
}
