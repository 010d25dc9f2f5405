import { withoutControls } from "../unprintable.ts"

/** What a table may hold. An amount comes as `{ decimal: "1234.50" }`, so that no figure passes through a float. */
export type Cell =
  | string
  | number
  | bigint
  | boolean
  | { decimal: string }
  | Temporal.PlainDate
  | Temporal.PlainTime
  | null
  | undefined

/** A day or an hour as every spreadsheet reads it, in any language: 2026-06-01, 19:30. */
export const isoOf = (cell: Temporal.PlainDate | Temporal.PlainTime): string =>
  cell instanceof Temporal.PlainDate ? cell.toString() : cell.toString({ smallestUnit: "minute" })

export type TableLanguage = "fr" | "en"

/**
 * Text that no spreadsheet takes for a formula: one that begins like a formula gets an apostrophe before it. A plain
 * negative number stays as it is.
 */
export function harmless(text: string): string {
  const clean = withoutControls(text)
  if (/^[\t\r\n]/.test(text)) return `'${clean}`
  if (/^-\d+([.,]\d+)?$/.test(clean)) return clean
  // Spaces before the sign do not help everywhere; the wide signs of Asian keyboards are read as the narrow ones.
  return /^[\s\u00a0\u200b]*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(clean) ? `'${clean}` : clean
}

export const yesOrNo = (value: boolean, language: TableLanguage) =>
  language === "fr" ? (value ? "oui" : "non") : value ? "yes" : "no"
