import { parentPort, workerData } from "node:worker_threads"
import { withoutMojibake } from "./mojibake.ts"
import { decoded } from "./read-csv.ts"
import type { TableLimits, TableRead } from "./read-file.ts"
import { readOds } from "./read-ods.ts"
import { looksLikeVcards, readVcards } from "./read-vcard.ts"
import { readXlsx } from "./read-xlsx.ts"
import { type TableTrouble, UnreadableTable } from "./unreadable-table.ts"

const { bytes, limits } = workerData as { bytes: Uint8Array; limits: TableLimits }

// PDF, PNG, JPEG, GIF, gzip, RAR, 7z.
const others = ["%PDF", "\x89PNG", "\xff\xd8\xff", "GIF8", "\x1f\x8b", "Rar!", "7z\xbc\xaf"]

parentPort?.postMessage(answer())

function answer(): TableRead | { reason: TableTrouble } {
  try {
    const { text, kind } = tableOf()
    if (text.length > limits.characters) return { reason: "too_long" }
    const repaired = withoutMojibake(text)
    return { kind, ...repaired }
  } catch (problem) {
    if (problem instanceof RangeError) return { reason: "too_heavy" }
    return { reason: problem instanceof UnreadableTable ? problem.reason : "broken" }
  }
}

function tableOf(): Pick<TableRead, "text" | "kind"> {
  const begins = Buffer.from(bytes.subarray(0, 8)).toString("latin1")
  if (begins.startsWith("PK")) {
    const isOds = Buffer.from(bytes.subarray(0, 200)).includes("opendocument.spreadsheet")
    return isOds
      ? { kind: "ods", text: csvOf(readOds(bytes, limits.unpacked)) }
      : { kind: "xlsx", text: csvOf(anyWorkbook()) }
  }
  // The container of Word 97 and Excel 97: an old sheet, or a new one with a password.
  if (begins.startsWith("\xd0\xcf\x11\xe0")) throw new UnreadableTable(isEncrypted() ? "encrypted" : "unsupported")
  if (others.some((sign) => begins.startsWith(sign))) throw new UnreadableTable("unsupported")
  const { text } = decoded(bytes)
  return looksLikeVcards(text) ? { kind: "vcard", text: csvOf(readVcards(text)) } : { kind: "text", text }
}

// An ODS whose writer put its type elsewhere than first.
function anyWorkbook(): string[][] {
  try {
    return readXlsx(bytes, limits.unpacked)
  } catch (problem) {
    if (problem instanceof UnreadableTable && problem.reason === "unsupported") return readOds(bytes, limits.unpacked)
    throw problem
  }
}

function isEncrypted(): boolean {
  return Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le"))
}

// Every cell in quotation marks, on one line: the place of a row is the line it is told by.
function csvOf(rows: readonly (readonly string[])[]): string {
  return rows
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""').replaceAll(/[\r\n]+/g, " ")}"`).join(";"))
    .join("\n")
}
