import { z } from "zod"
import { redline } from "../../../kernel/redline/words.ts"
import { read } from "../../../kernel/read.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { type Circumstances, isSignedIn } from "../../../kernel/rule.ts"
import { findSeenItem } from "../seen.ts"
import { paragraphsOf } from "./paragraphs.ts"

// Beyond, the page would be a report of its own; what did not change is told by its number.
const MOST_SHOWN = 400

/** What changed between two papers of one item, paragraph by paragraph, in words. */
export const compareVersions = read({
  name: "sittings.compareVersions",
  input: z.object({ itemId: z.uuid(), beforeId: z.uuid(), afterId: z.uuid() }),
  find: ({ itemId }, given) => findSeenItem(itemId, given),
  allow: isSignedIn,
  async run({ input: { itemId, beforeId, afterId }, subject: _, ...given }) {
    const [before, after] = [await paperOf(beforeId, itemId, given), await paperOf(afterId, itemId, given)]
    const rows = redline(paragraphsOf(before.text), paragraphsOf(after.text))
    const changed = rows.filter(({ pieces }) => pieces.some(({ is }) => is !== "kept"))
    return {
      before: before.name,
      after: after.name,
      same: rows.length - changed.length,
      more: Math.max(0, changed.length - MOST_SHOWN),
      changed: changed.slice(0, MOST_SHOWN).map(({ pieces }) => ({ pieces })),
    }
  },
})

const paperOf = async (
  fileId: string,
  itemId: string,
  { db }: Circumstances,
): Promise<{ name: string; text: string }> => {
  const paper = await db
    .selectFrom("receipt_lines as l")
    .innerJoin("files as f", "f.id", "l.file_id")
    .select(["f.name", "f.text"])
    .where("l.file_id", "=", fileId)
    .where("l.item_id", "=", itemId)
    .executeTakeFirst()
  if (!paper) return refuse("not_found", {}, 404)
  const { name, text } = paper
  return text?.trim() ? { name, text } : refuse("sittings.nothing_to_compare", { name })
}
