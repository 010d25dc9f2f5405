import { confide } from "../../kernel/confide.ts"
import type { RichText } from "../../kernel/rich-text/schema.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { writeWords } from "./save.ts"
import type { Text } from "./seen.ts"
import type { TextFields } from "./tables.ts"

/** Words that another module makes of what it holds: an amendment says what it does to its base. Fields that are null are emptied. */
export const takeWords = async (
  text: Text,
  { doc, fields }: { doc: RichText; fields: { [Name in keyof TextFields]?: string | null } },
  given: Circumstances,
): Promise<void> => {
  const filled = Object.entries({ ...text.fields, ...fields }).filter(([, value]) => value)
  await given.db
    .updateTable("texts")
    .set({ fields: confide(given, text.confidential).doc(Object.fromEntries(filled)) })
    .where("id", "=", text.id)
    .execute()
  await writeWords(text, doc, given)
}
