import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { json } from "../../../kernel/db.ts"
import { invalid } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { mayOpen } from "../../documents/contract.ts"
import { isSittingSeen } from "../../sittings/contract.ts"
import type { Paragraph } from "../../../kernel/amending/paragraph.ts"
import { splitText } from "./split.ts"

/** Where the words come from: a file that was kept, or what was pasted. */
export const source = { fileId: z.uuid().nullish(), text: z.string().max(5_000_000).nullish() }
type Source = { fileId?: string | null | undefined; text?: string | null | undefined }

/** Refuses when there is neither, or a file the actor may not open. */
export const mustHaveSource = async ({ fileId, text }: Source, given: Circumstances): Promise<void> => {
  if (!fileId && !text?.trim()) invalid(["text"], "required")
  if (!fileId) return
  const file = await given.db.selectFrom("files").selectAll().where("id", "=", fileId).executeTakeFirst()
  if (!file || !(await mayOpen(file, given))) invalid(["fileId"], "unknown")
}

/** Writes a version to be mended: of a pasted text at once, of a file when it has been read. */
export const insertVersion = async (
  { baseId, number, fileId, text }: { baseId: string; number: number } & Source,
  { actor, db, now }: Circumstances,
): Promise<void> => {
  const { paragraphs, leftOut } = fileId ? { paragraphs: null, leftOut: 0 } : splitText(text ?? "")
  await db
    .insertInto("base_versions")
    .values({
      organisation_id: actor.organisation,
      base_id: baseId,
      number,
      file_id: fileId ?? null,
      paragraphs: paragraphs && asJson(paragraphs),
      left_out: leftOut,
      brought_by: actor.personId,
      brought_at: now,
    })
    .execute()
}

export const asJson = (paragraphs: readonly Paragraph[]) => json(paragraphs)

/** An item of a sitting that this body prepares, and that the actor sees. */
export const mustBeItem = async (
  itemId: string | null | undefined,
  bodyId: string,
  { actor, db, now }: Circumstances,
): Promise<void> => {
  if (!itemId) return
  const { rows } = await sql`
    select from sitting_items i join sittings s on (s.organisation_id, s.id) = (i.organisation_id, i.sitting_id)
     where i.id = ${itemId} and i.removed_at is null and s.body_id = ${bodyId}
       and ${isSittingSeen(actor.personId!, dayOf(now))}`.execute(db)
  if (rows.length === 0) invalid(["itemId"], "unknown")
}
