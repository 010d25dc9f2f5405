import type { Db } from "../../kernel/db.ts"
import type { Selectable } from "kysely"
import type { SendingRow } from "./tables.ts"

export type BodySending = Selectable<SendingRow> & { body_id: string; content: any }

/** A letter of a body; sign-in links belong to none, and are nobody's to read. */
export const findSending = async (sendingId: string, db: Db, toChange = false): Promise<BodySending | undefined> => {
  let query = db.selectFrom("sendings").selectAll().where("id", "=", sendingId).where("body_id", "is not", null)
  if (toChange) query = query.forUpdate()
  return (await query.executeTakeFirst()) as BodySending | undefined
}
