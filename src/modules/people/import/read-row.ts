import { z } from "zod"
import type { Columns, ColumnKind } from "./columns.ts"
import { fold } from "../../../kernel/tables/likeness.ts"

/** A person as a line of a file tells: what the file does not tell is null, and never overwrites what is known. */
export type ImportedPerson = {
  given_name: string
  family_name: string
  form: "m" | "f" | "n" | null
  email: string | null
  phone: string | null
  street: string | null
  postcode: string | null
  town: string | null
  country: string | null
  note: string | null
  ring: "member" | "sympathiser" | "supporter" | "former" | null
  since: string | null
  dues_until: string | null
}

/** Why a line is refused: put in words (`people.import.reason.<code>`). */
export type Reason = "no_name" | "email" | "date" | "too_long" | "twice" | "namesakes"

/** One line of the file as a person, or the reason why not. */
export const readRow = (
  cells: readonly string[],
  columns: Columns,
): { person: ImportedPerson } | { reason: Reason } => {
  const cell = (kind: ColumnKind) => {
    const at = columns.indexOf(kind)
    const text = at >= 0 ? (cells[at] ?? "") : ""
    // Few cells have anything to mend, and a file has a million of them.
    return (/[\t\r\n]| {2}/.test(text) ? text.replaceAll(/[ \t\r\n]+/g, " ") : text).trim()
  }
  const { given_name, family_name } = namesOf(cell)
  if (!given_name && !family_name) return { reason: "no_name" }
  const email = cell("email").replace(/^mailto:/i, "")
  if (email && !emailSchema.safeParse(email).success) return { reason: "email" }
  const [since, dues_until] = [dateOf(cell("since")), dateOf(cell("dues_until"))]
  if (since === undefined || dues_until === undefined) return { reason: "date" }
  const person: ImportedPerson = {
    given_name: given_name || "—",
    family_name: family_name || "—",
    form: formOf(cell("form")),
    email: email || null,
    phone: cell("phone") || null,
    street: cell("street") || null,
    postcode: cell("postcode") || null,
    town: cell("town") || null,
    country: cell("country") || null,
    note: cell("note") || null,
    ring: ringOf(cell("ring")),
    since,
    dues_until,
  }
  return isTooLong(person) ? { reason: "too_long" } : { person }
}

const emailSchema = z.email().max(254)
const limits = [
  ["given_name", 100],
  ["family_name", 100],
  ["phone", 40],
  ["street", 200],
  ["postcode", 20],
  ["town", 100],
  ["country", 60],
  ["note", 5000],
] as const
const isTooLong = (person: ImportedPerson) => limits.some(([key, limit]) => (person[key]?.length ?? 0) > limit)

const namesOf = (cell: (kind: ColumnKind) => string) => {
  const [given_name, family_name, whole] = [cell("given_name"), cell("family_name"), cell("name")]
  return given_name || family_name || !whole ? { given_name, family_name } : namesIn(whole)
}

/** In one cell: "Lemmens, Dario"; "LEMMENS Dario" or "Dario LEMMENS", the capitals being the family's; else given name first. */
export const namesIn = (whole: string): { given_name: string; family_name: string } => {
  const [before, after] = whole.split(/\s*,\s*/)
  if (after) return { given_name: after, family_name: before ?? "" }
  const words = whole.split(" ")
  const isCapital = (word: string) => word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()
  const capitals = words.filter(isCapital)
  if (capitals.length > 0 && capitals.length < words.length)
    return { given_name: words.filter((word) => !isCapital(word)).join(" "), family_name: capitals.join(" ") }
  return words.length === 1
    ? { given_name: "", family_name: whole }
    : { given_name: words[0]!, family_name: words.slice(1).join(" ") }
}

/** "2026-03-12", "12/03/2026", "12.3.26", and a lone year of dues, which ends in December. Undefined: a date nobody can read. */
export const dateOf = (cell: string): string | null | undefined => {
  if (!cell) return null
  if (/^(19|20)\d\d$/.test(cell)) return `${cell}-12-31`
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})([T ].*)?$/.exec(cell)
  const french = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$/.exec(cell)
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : french ? [french[3], french[2], french[1]] : []
  if (!year) return undefined
  const full = year.length === 2 ? Number(year) + (Number(year) > 50 ? 1900 : 2000) : Number(year)
  try {
    const date = Temporal.PlainDate.from({ year: full, month: Number(month), day: Number(day) }, { overflow: "reject" })
    return date.year < 1900 || date.year > 2200 ? undefined : date.toString()
  } catch {
    return undefined
  }
}

const formOf = (cell: string): ImportedPerson["form"] => {
  const said = fold(cell)
  if (/^(m|mr|monsieur|h|homme|masculin|male|il)$/.test(said)) return "m"
  if (/^(mme|madame|mlle|f|femme|feminin|female|elle|mrs|ms)$/.test(said)) return "f"
  return null
}

const ringOf = (cell: string): ImportedPerson["ring"] => {
  const said = fold(cell)
  if (/^(ancien|ex |former|parti|demission)/.test(said)) return "former"
  if (/^(sympath|ami)/.test(said)) return "sympathiser"
  if (/^(soutien|donateur|supporter)/.test(said)) return "supporter"
  if (/^(membre|adherent|effectif|member)/.test(said)) return "member"
  return null
}
