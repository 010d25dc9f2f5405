import { open } from "node:fs/promises"
import { fileTypeFromFile } from "file-type"
import type { FileKind } from "./types.ts"

/**
 * Whether the bytes of the file at `path` are of the kind its name claims. Returns what they are when they are not
 * ("image/png", or "unknown"), undefined when all is well.
 */
export async function contradiction(path: string, kind: FileKind): Promise<string | undefined> {
  const head = await headOf(path)
  if (kind.content === "text") return textContradiction(head, kind.type)
  // Scanners and mail gateways put a few bytes before it; readers look for it in the first kilobyte, and so do we.
  if (kind.type === "application/pdf" && head.subarray(0, 1024).includes("%PDF-")) return undefined
  const found = (await detected(path)) ?? (markupIn(head.toString("latin1")) || "unknown")
  if (found === kind.type) return undefined
  if (kind.type === "image/heic" && found.startsWith("image/hei")) return undefined
  // A ZIP that holds a document's parts is still a ZIP, when that is all its name claims.
  if (kind.type === "application/zip" && isZip(head)) return undefined
  return found
}

const isZip = (head: Buffer) => ["504b0304", "504b0506"].includes(head.toString("hex", 0, 4))

async function detected(path: string): Promise<string | undefined> {
  try {
    return (await fileTypeFromFile(path, { maxBufferSize: 16 * 1024 * 1024, signal: AbortSignal.timeout(5000) }))?.mime
  } catch {
    // A file made to confuse its reader is of no known kind.
    return undefined
  }
}

function textContradiction(head: Buffer, type: string): string | undefined {
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  if (!utf16 && (head.includes(0) || head.filter(isNoText).length > head.length / 100)) return "unknown"
  const start = head.toString(utf16 && head[0] === 0xff ? "utf16le" : "latin1")
  const markup = markupIn(start)
  if (markup && type !== "text/markdown") return markup
  if (start.startsWith("%PDF-")) return "application/pdf"
  if (type === "text/calendar" && !/^(?:\uFEFF|ï»¿)?\s*BEGIN:VCALENDAR/i.test(start)) return "text/plain"
  // RFC 5322: header fields first. Some exports begin with the mbox line "From ".
  if (type === "message/rfc822" && !/^(?:ï»¿)?(?:From .*\r?\n)?[!-9;-~]+[ \t]*:/.test(start)) return "text/plain"
  return undefined
}

// Control characters that no text needs, in UTF-8, Latin-1 and Windows-1252 alike. A few stray ones stand in real exports.
const isNoText = (byte: number) => byte < 0x09 || (byte > 0x0d && byte < 0x1b) || (byte > 0x1b && byte < 0x20)

function markupIn(text: string): "image/svg+xml" | "text/html" | undefined {
  const start = text.replace(/^(?:ï»¿|\uFEFF|\s|<\?[^>]*>|<!--[\s\S]*?-->)+/, "").toLowerCase()
  if (/^(?:<!doctype svg[^>]*>\s*)?<svg[\s>]/.test(start)) return "image/svg+xml"
  if (/^<(?:!doctype html|html|head|body|script|iframe)[\s>]/.test(start)) return "text/html"
  return undefined
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path, "r")
  try {
    const head = Buffer.alloc(64 * 1024)
    const { bytesRead } = await file.read(head, 0, head.length, 0)
    return head.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
