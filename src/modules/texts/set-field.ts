import { confide } from "../../kernel/confide.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import type { FieldName } from "./kinds.ts"
import type { Text } from "./seen.ts"

/** Fills one field of the form of a locked text; what is put there was found elsewhere: whom a letter is for. */
export const setField = async (text: Text, name: FieldName, value: string, given: Circumstances): Promise<void> => {
  const { actor, db, now } = given
  await db
    .updateTable("texts")
    .set({
      fields: confide(given, text.confidential).doc({ ...text.fields, [name]: value }),
      changed_by: actor.personId,
      changed_at: now,
    })
    .where("id", "=", text.id)
    .execute()
}
