import { kindOfType } from "./types.ts"
import type { ByteRange } from "./shelf.ts"

export type Download = {
  name: string
  type: string
  bytes: number
  /** The ETag: the file at an address by content never changes. */
  hash: string
  /** The reader asked to see it in place; given only for PDF and raster images. */
  inline?: boolean
  /** The `Range` header of the request. */
  range?: string | undefined
}

export type Answer = { status: 200 | 206 | 416; headers: Record<string, string>; range?: ByteRange }

/**
 * How a stored file is answered: status, headers, and the part of it to send (`range`, undefined for all of it, and nothing
 * to send with 416). Nothing served here can run: unknown kinds are bytes to download, and the sandbox holds for the rest.
 */
export function download({ name, type, bytes, hash, inline = false, range }: Download): Answer {
  const kind = kindOfType(type)
  const shown = inline && kind?.inline === true
  const headers: Record<string, string> = {
    "content-type": kind ? withCharset(kind.type) : "application/octet-stream",
    "content-disposition": disposition(shown ? "inline" : "attachment", name),
    "x-content-type-options": "nosniff",
    "content-security-policy": policy(type),
    "cross-origin-resource-policy": "same-origin",
    // Seen under somebody's rights: no shared cache may keep it, and the browser asks again.
    "cache-control": "private, no-cache",
    etag: `"${hash}"`,
    "accept-ranges": "bytes",
    "content-length": String(bytes),
  }
  const part = range === undefined ? undefined : byteRange(range, bytes)
  if (part === undefined) return { status: 200, headers }
  if (part === "unsatisfiable") {
    return { status: 416, headers: { ...headers, "content-range": `bytes */${bytes}`, "content-length": "0" } }
  }
  headers["content-range"] = `bytes ${part.start}-${part.end}/${bytes}`
  headers["content-length"] = String(part.end - part.start + 1)
  return { status: 206, headers, range: part }
}

/** RFC 6266: a plain name for old readers, and the true one in UTF-8 (RFC 8187). */
export function disposition(how: "inline" | "attachment", name: string): string {
  const clean =
    name
      .toWellFormed()
      .replace(/[\p{Cc}\p{Cf}/\\]+/gu, " ")
      .trim() || "document"
  const plain = clean
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[œŒ]/g, "oe")
    .replace(/[^\x20-\x7e]|["%]/g, "_")
  const full = encodeURIComponent(clean.normalize("NFC")).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return plain === clean ? `${how}; filename="${plain}"` : `${how}; filename="${plain}"; filename*=UTF-8''${full}`
}

/** One range of a `Range` header (RFC 9110 §14). Several at once, or nonsense, are answered with the whole: undefined. */
export function byteRange(header: string, bytes: number): ByteRange | "unsatisfiable" | undefined {
  const [, first = "", last = ""] = header.match(/^bytes=(\d{0,15})-(\d{0,15})$/) ?? []
  if (first === "" && last === "") return undefined
  if (first === "") {
    const length = Math.min(Number(last), bytes)
    return length === 0 ? "unsatisfiable" : { start: bytes - length, end: bytes - 1 }
  }
  const start = Number(first)
  if (last !== "" && Number(last) < start) return undefined
  return start >= bytes ? "unsatisfiable" : { start, end: last === "" ? bytes - 1 : Math.min(Number(last), bytes - 1) }
}

// Chromium does not show a PDF inside a sandbox (its viewer needs script of its own): there, everything else is forbidden.
const policy = (type: string) =>
  type === "application/pdf"
    ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
    : "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'"

// Text comes in any encoding: naming one would garble the others. The reader's program knows better.
const withCharset = (type: string) => (type === "text/calendar" ? "text/calendar; charset=utf-8" : type)
