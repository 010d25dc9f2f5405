import type { Db } from "../../../kernel/db.ts"

/** Locks the series: what it makes and what it drops is decided by one hand at a time. */
export const findSeriesToChange = (seriesId: string, db: Db) =>
  db.selectFrom("meeting_series").selectAll().where("id", "=", seriesId).forUpdate().executeTakeFirst()
