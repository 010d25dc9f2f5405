import type { Language } from "./words.ts"

/** A decimal as JSON carries it ("1234.56"), a count, or cents are never mixed: `money` takes euros as a decimal string. */
export type Decimal = string | number | bigint

/** "1 234,56 €"; "1 260 €" when there are no cents. Exact at any size when given a string. */
export const money = (language: Language, euros: Decimal): string =>
  formatter(language, { style: "currency", currency: "EUR", trailingZeroDisplay: "stripIfInteger" }).format(
    exact(euros),
  )

/** "1 250", "3,5". */
export const number = (language: Language, value: Decimal): string => formatter(language, {}).format(exact(value))

/** "42 %" of a share between 0 and 1. */
export const percent = (language: Language, share: number): string =>
  formatter(language, { style: "percent", maximumFractionDigits: 1 }).format(share)

/** "1,2 Mo": the size of a file, in the units people read on their own machine. */
export const bytes = (language: Language, size: number): string => {
  const units = language === "fr" ? ["octets", "ko", "Mo", "Go"] : ["bytes", "kB", "MB", "GB"]
  const power = size < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(size) / 3))
  const value = power === 0 ? size : Math.round((size / 1000 ** power) * 10) / 10
  return `${number(language, value)}\u00a0${units[power]}`
}

// Intl reads a decimal string exactly; its type says so only for literal patterns.
const exact = (value: Decimal) => value as Intl.StringNumericLiteral

const made = new Map<string, Intl.NumberFormat>()
const formatter = (language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat => {
  const key = language + JSON.stringify(options)
  const found = made.get(key) ?? new Intl.NumberFormat(language === "en" ? "en-IE" : language, options)
  made.set(key, found)
  return found
}
