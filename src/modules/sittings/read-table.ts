import { refuse } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { type CsvTable, readCsv } from "../../kernel/tables/read-csv.ts"
import { readTableFile } from "../../kernel/tables/read-file.ts"

// A council has some hundreds of members, an agenda some hundreds of items.
const MOST_BYTES = 5_000_000
const MOST_ROWS = 5000

export type KeptFile = { id: string; name: string; type: string; hash: string; bytes: bigint; organisation_id: string }

/** A file that the actor sent for this body, to be read here and now. */
export const ownFile = async (fileId: string, bodyId: string, { actor, db }: Circumstances): Promise<KeptFile> => {
  const file = await db
    .selectFrom("files")
    .select(["id", "name", "type", "hash", "bytes", "organisation_id"])
    .where("id", "=", fileId)
    .where("body_id", "=", bodyId)
    .where("kept_by", "=", actor.personId)
    .executeTakeFirst()
  return file ?? refuse("not_found", {}, 404)
}

export const bytesOf = async (
  { organisation_id, hash, bytes }: KeptFile,
  { files }: Pick<Circumstances, "files">,
): Promise<Uint8Array> => {
  if (bytes > BigInt(MOST_BYTES)) refuse("sittings.file_too_big", { most: MOST_BYTES / 1_000_000 })
  return Buffer.concat((await (await files.get(organisation_id, hash)).toArray()) as Uint8Array[])
}

/** The rows of a table in a file of any kind that people keep one in. */
export const tableIn = async (file: KeptFile, given: Circumstances): Promise<CsvTable> => {
  const read = await readTableFile(await bytesOf(file, given), { seconds: 15 })
  if ("reason" in read) return refuse("sittings.table_unreadable")
  const table = readCsv(new TextEncoder().encode(read.text))
  if (table.rows.length === 0) refuse("sittings.table_empty")
  if (table.rows.length > MOST_ROWS) refuse("sittings.table_too_long", { most: MOST_ROWS })
  return table
}
