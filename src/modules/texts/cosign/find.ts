import { type Selectable, sql } from "kysely"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { rule } from "../../../kernel/rule.ts"
import { findTextToChange, type Text } from "../seen.ts"
import type { CosignatureRow } from "../tables.ts"

export type Cosignature = Text & { cosignature: Selectable<CosignatureRow> }

/** The text first, then what is asked of it, both locked. */
export const findCosignatureToChange = async (
  cosignatureId: string,
  given: Circumstances,
): Promise<Cosignature | undefined> => {
  const known = await given.db
    .selectFrom("text_cosignatures")
    .select("text_id")
    .where("id", "=", cosignatureId)
    .executeTakeFirst()
  const text = known && (await findTextToChange(known.text_id, given))
  if (!text) return undefined
  const { rows } = await sql<Selectable<CosignatureRow>>`
    select * from text_cosignatures where id = ${cosignatureId} for update`.execute(given.db)
  return { ...text, cosignature: rows[0]! }
}

/** Came by the link that was sent to them: the page looked at it, and nobody signs in somebody else’s name. */
export const heldByLink = rule<Cosignature>("heldByLink", (_, { actor }) => actor.via === "link")

/** Refuses a text that is still being written, or that has left already. */
export const stillToLeave = (text: Text): Text => {
  if (text.state !== "validated" && text.state !== "signed") refuse("texts.not_from_here")
  return text
}

/** A text that is opened again is another text: whoever signed the former words is asked anew. */
export const lapse = (textId: string, { db }: Circumstances) =>
  db
    .updateTable("text_cosignatures")
    .set({ state: "lapsed" })
    .where("text_id", "=", textId)
    .where("state", "in", ["asked", "signed"])
    .execute()
