import { buffer } from "node:stream/consumers"
import { extractText } from "../../../kernel/file/extract/extract.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { Trouble } from "../kinds.ts"
import { MOST_PARAGRAPHS } from "../kinds.ts"
import { asJson } from "./said.ts"
import { PAGE, splitText } from "./split.ts"

/** Reads the file of a version in paragraphs, or writes down why it gives none. */
export const readSource = async (
  { baseId, number }: { baseId: string; number: number },
  given: Circumstances,
): Promise<void> => {
  const { db, files } = given
  const version = await db
    .selectFrom("base_versions as v")
    .innerJoin("files as f", "f.id", "v.file_id")
    .select(["f.hash", "f.type", "f.organisation_id"])
    .where("v.base_id", "=", baseId)
    .where("v.number", "=", number)
    .where("v.paragraphs", "is", null)
    .where("v.trouble", "is", null)
    .executeTakeFirst()
  if (!version) return
  const bytes = await buffer(await files.get(version.organisation_id, version.hash))
  const { text, scanned, reason } = await extractText(bytes, version.type, { betweenPages: PAGE })
  const { paragraphs, leftOut } = splitText(text)
  const trouble: Trouble | null =
    reason ??
    (scanned ? "scanned" : paragraphs.length === 0 ? "empty" : paragraphs.length > MOST_PARAGRAPHS ? "too_long" : null)
  await db
    .updateTable("base_versions")
    .set(
      trouble
        ? { trouble }
        : // A name in an archive is not compressed: no need to open it to know.
          {
            paragraphs: asJson(paragraphs),
            left_out: leftOut,
            note: bytes.includes("vbaProject.bin") ? "macros" : null,
          },
    )
    .where("base_id", "=", baseId)
    .where("number", "=", number)
    .execute()
}
