import { type Selectable, sql } from "kysely"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { findTextToChange, type Text } from "../seen.ts"
import type { RemarkRow } from "../tables.ts"

export type Remark = Selectable<RemarkRow>
/** A remark with its text, whose rights are asked: what is said of a text is the text's. */
export type RemarkOfText = Text & { remark: Remark }

/** The text first, then its remark, both locked, as everything that changes a text does. */
export const findRemarkToChange = async (remarkId: string, given: Circumstances): Promise<RemarkOfText | undefined> => {
  const found = await given.db
    .selectFrom("text_remarks")
    .select("text_id")
    .where("id", "=", remarkId)
    .executeTakeFirst()
  const text = found && (await findTextToChange(found.text_id, given))
  if (!text) return undefined
  const { rows } = await sql<Remark>`select * from text_remarks where id = ${remarkId} for update`.execute(given.db)
  return { ...text, remark: rows[0]! }
}

/** Refuses what was answered already. */
export const stillUnanswered = (remark: Remark): Remark => {
  if (remark.state !== "open") refuse("texts.remark_answered")
  return remark
}
