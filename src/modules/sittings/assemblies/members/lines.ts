import { fold, matchColumns } from "../../../../kernel/tables/likeness.ts"
import type { CsvRow } from "../../../../kernel/tables/read-csv.ts"
import { dateOf, namesIn } from "../../../people/contract.ts"
import type { Side } from "../../kinds.ts"

export const memberColumnKinds = [
  "family_name",
  "given_name",
  "name",
  "group",
  "short",
  "side",
  "role",
  "seat",
  "since",
  "until",
] as const
export type MemberColumn = (typeof memberColumnKinds)[number]
export type MemberColumns = (MemberColumn | null)[]

const headings: Record<MemberColumn, readonly string[]> = {
  family_name: ["nom", "nom de famille", "nom de l elu", "last name", "family name"],
  given_name: ["prenom", "prenom de l elu", "first name", "given name"],
  name: ["nom complet", "nom prenom", "nom et prenom", "prenom nom", "elu", "conseiller", "name", "full name"],
  group: ["groupe", "groupe politique", "nom du groupe", "parti", "liste", "group", "party"],
  short: ["sigle", "sigle du groupe", "abrege", "code groupe", "nuance", "short name"],
  side: ["majorite opposition", "position", "majorite", "side"],
  role: ["fonction", "qualite", "mandat", "role", "delegation"],
  seat: ["siege", "place", "numero de siege", "fauteuil", "seat"],
  since: ["depuis", "debut du mandat", "date de debut", "debut", "since"],
  until: ["jusqu au", "fin du mandat", "date de fin", "fin", "until"],
}

export const memberColumnsOf = (heading: readonly string[] | undefined, width: number): MemberColumns =>
  heading
    ? matchColumns(headings, heading)
    : Array.from({ length: width }, (_, at) => (at === 0 ? "name" : at === 1 ? "group" : null))

export type ReadMember = {
  given_name: string
  family_name: string
  group: string | null
  short: string | null
  side: Side | null
  role: string | null
  seat: number | null
  since: Temporal.PlainDate | null
  until: Temporal.PlainDate | null
}
export type MemberReason = "no_name" | "date" | "seat" | "too_long" | "twice"
export type MemberLine = { line: number } & ({ member: ReadMember } | { reason: MemberReason; name: string | null })

/** Each row as somebody who sits, or why not. Of two rows of one name the first counts. */
export const memberLines = (rows: readonly CsvRow[], columns: MemberColumns): MemberLine[] => {
  const met = new Set<string>()
  return rows.map(({ line, cells }) => {
    const read = readMember(cells, columns)
    if ("reason" in read) return { line, ...read }
    const key = keyOf(read.member)
    if (met.has(key)) return { line, reason: "twice", name: nameOf(read.member) }
    met.add(key)
    return { line, ...read }
  })
}

export const keyOf = ({ given_name, family_name }: { given_name: string; family_name: string }) =>
  fold(`${family_name} ${given_name}`)

export const nameOf = ({ given_name, family_name }: { given_name: string; family_name: string }) =>
  [given_name, family_name].filter(Boolean).join(" ")

const readMember = (
  cells: readonly string[],
  columns: MemberColumns,
): { member: ReadMember } | { reason: MemberReason; name: string | null } => {
  const cell = (kind: MemberColumn) => {
    const at = columns.indexOf(kind)
    return (at >= 0 ? (cells[at] ?? "") : "").replaceAll(/\s+/g, " ").trim()
  }
  const said = { given_name: cell("given_name"), family_name: cell("family_name") }
  const names = said.given_name || said.family_name || !cell("name") ? said : namesIn(cell("name"))
  if (!names.family_name && !names.given_name) return { reason: "no_name", name: null }
  const name = nameOf(names)
  const [since, until] = [dateOf(cell("since")), dateOf(cell("until"))]
  if (since === undefined || until === undefined) return { reason: "date", name }
  const seat = cell("seat") === "" ? null : Number(cell("seat"))
  if (seat !== null && !(Number.isInteger(seat) && seat >= 1 && seat <= 10_000)) return { reason: "seat", name }
  const isTooLong = names.given_name.length > 100 || names.family_name.length > 100 || cell("role").length > 200
  if (isTooLong || cell("group").length > 200) return { reason: "too_long", name }
  return {
    member: {
      given_name: names.family_name ? names.given_name : "",
      family_name: names.family_name || names.given_name,
      group: cell("group") || cell("short") || null,
      short: cell("short") || null,
      side: sideOf(cell("side")),
      role: cell("role") || null,
      seat,
      since: since ? Temporal.PlainDate.from(since) : null,
      until: until ? Temporal.PlainDate.from(until) : null,
    },
  }
}

const sideOf = (cell: string): Side | null => {
  const said = fold(cell)
  if (/^major/.test(said)) return "majority"
  if (/^oppos/.test(said)) return "opposition"
  return /^minor/.test(said) ? "minority" : null
}

/** The short name of a group known by its long one: itself when it is short, else the first letters of its words. */
export const shortOf = (name: string): string => {
  if (name.length <= 12) return name
  const letters = name
    .split(/[\s'’,-]+/)
    .filter((word) => word.length > 3 || word === word.toUpperCase())
    .map((word) => word[0]!.toUpperCase())
  return letters.slice(0, 6).join("") || name.slice(0, 12)
}
