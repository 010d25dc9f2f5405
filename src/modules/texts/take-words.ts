import { confide } from "../../kernel/confide.ts"
import type { RichText } from "../../kernel/rich-text/schema.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { counted } from "../../kernel/rich-text/count.ts"
import type { Text } from "./seen.ts"
import type { TextFields } from "./tables.ts"

/** Words that another module makes of what it holds: an amendment says what it does to its base. Fields that are null are emptied. */
export const takeWords = async (
  text: Text,
  { doc, fields }: { doc: RichText; fields: { [Name in keyof TextFields]?: string | null } },
  given: Circumstances,
): Promise<void> => {
  const { actor, db, now } = given
  const filled = Object.entries({ ...text.fields, ...fields }).filter(([, value]) => value)
  const words = confide(given, text.confidential)
  await db
    .updateTable("texts")
    .set({
      doc: words.doc(doc),
      fields: words.doc(Object.fromEntries(filled)),
      ...counted(doc),
      version: text.version + 1,
      changed_by: actor.personId,
      changed_at: now,
    })
    .where("id", "=", text.id)
    .execute()
}
