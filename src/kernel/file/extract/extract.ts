import { inThread } from "./thread.ts"

/** Why there is no text, or not all of it. Kept with the file, so that the page can say it. */
export type NoText = "encrypted" | "broken" | "too_long" | "too_heavy" | "too_slow" | "unsupported"

/**
 * The text of a file, for search. `pages` for PDF; `scanned` when it has pages and hardly any text. With `reason` the text
 * is empty, or what was read before a limit ("too_long"). Always storable: no NUL, well-formed UTF-16.
 */
export type Extracted = { text: string; pages?: number; scanned?: boolean; reason?: NoText }

export type ExtractLimits = {
  seconds: number
  megabytes: number
  pages: number
  characters: number
  /** What stands between the pages of a PDF, for whoever must know where one ends. */
  betweenPages: string
}

// A budget of a region is 900 pages; mupdf reads one in about 5 ms. PostgreSQL indexes at most 1 MB of lexemes a row.
const usual: ExtractLimits = { seconds: 60, megabytes: 512, pages: 2000, characters: 2_000_000, betweenPages: "\n\n" }

/** Reads a file (a path, or its bytes) for its words, as `inThread` does all its work. */
export async function extractText(
  file: string | Uint8Array,
  type: string,
  limits: Partial<ExtractLimits> = {},
): Promise<Extracted> {
  return { text: "", ...(await inThread<Extracted>({ work: "text", file, type }, { ...usual, ...limits })) }
}
