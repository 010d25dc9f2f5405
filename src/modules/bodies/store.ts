import type { Db } from "../../kernel/db.ts"

/** A body with `body_id` beside its `id`, so that rules such as `holds` read it like any other subject. */
export const findBody = (bodyId: string, db: Db) =>
  db
    .selectFrom("bodies")
    .selectAll()
    .select("id as body_id")
    .where("id", "=", bodyId)
    .where("closed_on", "is", null)
    .executeTakeFirst()
