import { sql } from "kysely"
import { confide } from "../../../kernel/confide.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { forgetLetters } from "../../post/contract.ts"
import type { Said } from "../tables.ts"

/** Somebody outside was erased: that letters left stays, not where they went nor how they were addressed. */
export const forgetRecipient = async (counterpartId: string, given: Circumstances): Promise<void> => {
  const { db } = given
  const { rows: sent } = await sql<{ id: string }>`
    select k.sending_id as id from letter_sendings k join letters l on (l.organisation_id, l.text_id) = (k.organisation_id, k.text_id)
     where l.contact_id = ${counterpartId}
    union select sending_id from mailing_lines where counterpart_id = ${counterpartId} and sending_id is not null`.execute(
    db,
  )
  await forgetLetters(
    sent.map(({ id }) => id),
    given,
  )
  const { rows } = await sql<{ text_id: string; said: Said; confidential: boolean }>`
    select l.text_id, l.said, w.confidential from letters l join texts w on (w.organisation_id, w.id) = (l.organisation_id, l.text_id)
     where l.contact_id = ${counterpartId}`.execute(db)
  for (const { text_id, said, confidential } of rows)
    await db
      .updateTable("letters")
      .set({ said: confide(given, confidential).doc({ ...said, lines: ["—"], email: null }) })
      .where("text_id", "=", text_id)
      .execute()
  await sql`update incoming_letters set sender = '—' where contact_id = ${counterpartId}`.execute(db)
  await sql`
    update mailing_lines set said = '{"name":"","lines":[],"email":null,"called":"","closing":"","organisation":"","role":""}'::jsonb
     where counterpart_id = ${counterpartId}`.execute(db)
}
