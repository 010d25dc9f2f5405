import { sql } from "kysely"
import { anyOf, rule } from "../../kernel/rule.ts"
import { holds } from "../mandates/contract.ts"

type Written = { id: string; body_id: string; author_id: string | null; written_by: string | null }

/** Whose text it is, or who holds the pen. */
export const isAuthorOfText = rule<Written>(
  "isAuthorOfText",
  ({ author_id, written_by }, { actor }) => actor.personId !== null && [author_id, written_by].includes(actor.personId),
)

/** Was asked to read it. */
export const isReaderOfText = rule<Written>("isReaderOfText", async ({ id }, { actor, db }) => {
  const { rows } = await sql`
    select from text_readers where text_id = ${id} and person_id = ${actor.personId}`.execute(db)
  return rows.length > 0
})

/** May change its words: its author, who holds the pen, and those who follow the texts of the body. */
export const mayWriteText = anyOf<Written>(holds("texts.manage"), isAuthorOfText)

/** May say that it was read, and what is to be changed: whoever was asked, and those who follow the texts of the body. */
export const mayReadOver = anyOf<Written>(holds("texts.manage"), isReaderOfText)
