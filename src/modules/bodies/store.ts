import type { Db } from "../../kernel/db.ts"

/** An open body with `body_id` beside its `id`, so that rules such as `holds` read it like any other subject. */
export const findBody = (bodyId: string, db: Db) =>
  db
    .selectFrom("bodies")
    .selectAll()
    .select("id as body_id")
    .where("id", "=", bodyId)
    .where("closed_on", "is", null)
    .executeTakeFirst()

/** The same, or one that has closed: for reading its past. Nothing new begins in it. */
export const findBodyEvenClosed = (bodyId: string, db: Db) =>
  db.selectFrom("bodies").selectAll().select("id as body_id").where("id", "=", bodyId).executeTakeFirst()

/** Locks the body until it is closed. */
export const findBodyToClose = (bodyId: string, db: Db) =>
  db
    .selectFrom("bodies")
    .selectAll()
    .select("id as body_id")
    .where("id", "=", bodyId)
    .where("closed_on", "is", null)
    .forUpdate()
    .executeTakeFirst()
