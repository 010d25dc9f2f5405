import { z } from "zod"
import { read } from "../../kernel/read.ts"
import { redline } from "../../kernel/redline/words.ts"
import { refuse } from "../../kernel/refusal.ts"
import { toPlain } from "../../kernel/rich-text/plain.ts"
import type { RichText } from "../../kernel/rich-text/schema.ts"
import { type Circumstances, isSignedIn } from "../../kernel/rule.ts"
import { findSeenText, type Text } from "./seen.ts"

/** What was done to a text between two of its versions, or between one and today’s words, word by word. Computed, never stored. */
export const compareTexts = read({
  name: "texts.compare",
  input: z.object({
    textId: z.uuid(),
    from: z.coerce.number().int().min(1).max(100_000),
    /** Absent: as it stands now. */
    to: z.coerce.number().int().min(1).max(100_000).optional(),
  }),
  find: ({ textId }, given) => findSeenText(textId, given),
  allow: isSignedIn,
  async run({ input: { from, to }, subject: text, ...given }) {
    const before = await versionOf(text, from, given)
    const after = to ? await versionOf(text, to, given) : text.doc
    const rows = redline(paragraphs(before), paragraphs(after))
    return { title: text.title, rows, same: rows.every(({ pieces }) => pieces.every(({ is }) => is === "kept")) }
  },
})

const versionOf = async (text: Text, number: number, { db }: Circumstances): Promise<RichText | null> => {
  const version = await db
    .selectFrom("text_versions")
    .select("doc")
    .where("text_id", "=", text.id)
    .where("number", "=", number)
    .executeTakeFirst()
  return (version ?? refuse("not_found", {}, 404)).doc
}

const paragraphs = (doc: RichText | null): string[] => (doc ? toPlain(doc).split(/\n+/).filter(Boolean) : [])
