import { record } from "../../../kernel/command.ts"
import { BrokenArchive, type Unzipped, unzip } from "../../../kernel/unzip.ts"
import { Refusal } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { keepFile } from "../../documents/contract.ts"
import { papersUnpacked } from "../events.ts"
import type { ReceiptLineRow } from "../tables.ts"
import { placePaper } from "./place-paper.ts"
import { type NewLine, writeLines } from "./lines.ts"

type Papers = { receiptId: string; sittingId: string; bodyId: string }

// What one pass opens before it lets what it wrote be seen: the page shows papers come while the archive is still read.
const PER_PASS = { files: 20, bytes: 60_000_000 }
// What a paper may weigh once opened, whatever the archive says: a bomb is small until then.
const MOST_BYTES = 100_000_000

/** Gives each file its item, and opens archives, a part at a time; `line` and `from` say where the last part ended. */
export const unpack = async (
  { line = 0, from = 0, ...papers }: Papers & { line?: number; from?: number },
  given: Circumstances,
): Promise<void> => {
  const { db } = given
  const files = await db
    .selectFrom("receipt_lines as l")
    .innerJoin("files as f", "f.id", "l.file_id")
    .select(["l.id", "l.place", "l.path", "l.file_id", "l.item_id", "f.hash", "f.type", "f.organisation_id"])
    .where("l.receipt_id", "=", papers.receiptId)
    .where("l.state", "=", "waiting")
    .where("l.item_id", "is", null)
    .where("l.place", ">=", line)
    .orderBy("l.place")
    .execute()
  for (const file of files) {
    if (file.type !== "application/zip") await placePaper(file, papers, given)
    else {
      const next = await openArchive(file, { ...papers, from: file.place === line ? from : 0 }, given)
      if (next !== undefined)
        return void (await record([papersUnpacked({ ...papers, line: file.place, from: next })], given))
    }
  }
  await db.updateTable("receipts").set({ done_at: given.now }).where("id", "=", papers.receiptId).execute()
}

type ArchiveLine = Pick<ReceiptLineRow, "id" | "path"> & { hash: string; organisation_id: string }

/** Answers the entry that comes next, or undefined once the archive is at its end. */
const openArchive = async (
  { id, path, hash, organisation_id }: ArchiveLine,
  { from, ...papers }: Papers & { from: number },
  given: Circumstances,
): Promise<number | undefined> => {
  const { files } = given
  const entries = await unzip({
    bytes: (await files.bytes(organisation_id, hash)) ?? 0,
    read: (start, end) => files.get(organisation_id, hash, { start, end: end - 1 }),
  }).catch((error: unknown) => {
    if (error instanceof BrokenArchive) return undefined
    throw error
  })
  if (!entries) return void (await settle(id, { state: "unreadable", reason: "sittings.archive_broken" }, given))
  let bytes = 0
  for (const [index, entry] of entries.entries()) {
    if (index < from) continue
    if (index - from >= PER_PASS.files || bytes > PER_PASS.bytes) return index
    bytes += entry.bytes
    const line = await take(entry, papers.bodyId, given)
    const [lineId] = await writeLines(papers.receiptId, [{ ...line, path: `${path}/${entry.path}` }], given)
    if (line.file_id) await placePaper({ id: lineId!, path: entry.path, file_id: line.file_id }, papers, given)
  }
  return void (await settle(id, { state: "read", reason: null }, given))
}

/** Keeps one file of an archive; what may not come in has its line with the reason, and the others come in all the same. */
const take = async (entry: Unzipped, bodyId: string, given: Circumstances): Promise<Omit<NewLine, "path">> => {
  if (entry.isEncrypted) return { state: "encrypted" }
  if (/\.zip$/i.test(entry.path)) return { state: "refused", reason: "sittings.archive_within" }
  if (entry.bytes > MOST_BYTES) return { state: "refused", reason: "files.too_big" }
  try {
    const name = entry.path.slice(entry.path.lastIndexOf("/") + 1).slice(-255)
    return { file_id: await keepFile({ bodyId, name, content: await entry.open() }, given) }
  } catch (error) {
    if (error instanceof Refusal) return { state: "refused", reason: error.code }
    throw error
  }
}

const settle = (id: string, to: Pick<ReceiptLineRow, "state" | "reason">, { db }: Circumstances) =>
  db.updateTable("receipt_lines").set(to).where("id", "=", id).execute()
