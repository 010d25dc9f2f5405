import type { CsvRow } from "../../../kernel/tables/read-csv.ts"
import { likenessOf } from "../duplicates/likeness.ts"
import { fold } from "../../../kernel/tables/likeness.ts"
import type { Columns } from "./columns.ts"
import { type ImportedPerson, type Reason, readRow } from "./read-row.ts"

/** Somebody already in the file of people, as the import compares. `of_body`: belongs to the body of the import today. */
export type KnownPerson = Omit<ImportedPerson, "ring" | "since" | "dues_until" | "form"> & {
  id: string
  folded: string
  form: "m" | "f" | "n"
  of_body: boolean
}

/**
 * What a line would do. `known`: the same address or the same name (and not another postcode) is already here and the
 * line tells something else; it is proposed as an update and changes nothing until somebody says so.
 */
export type Verdict = { line: number; name: string } & (
  | { state: "created"; person: ImportedPerson; shares: Sharing | null }
  | { state: "unchanged"; id: string }
  | { state: "known"; id: string; person: ImportedPerson; changes: (keyof ImportedPerson)[]; joins: boolean }
  | { state: "refused"; reason: Reason }
)

/** Who else has the address of somebody new: a few of them, and how many in all. `line` is null for whoever is in the directory. */
export type Sharing = { count: number; some: { name: string; line: number | null }[] }

/** A verdict as the page shows it before anything is written. */
export type ForeseenLine = { line: number; name: string } & (
  | { state: "created"; shares: Sharing | null }
  | { state: "unchanged" }
  | { state: "known"; changes: (keyof ImportedPerson)[]; joins: boolean }
  | { state: "refused"; reason: Reason }
)

/** Each line of a file, in order. `folded` gives the folded name of each readable line, `known` everyone alike. */
export const verdictsOf = (
  rows: readonly ReadRow[],
  folded: ReadonlyMap<number, string>,
  known: readonly KnownPerson[],
): Verdict[] => {
  const byEmail = Map.groupBy(known, (one) => one.email?.toLowerCase() ?? "")
  const byName = Map.groupBy(known, (one) => one.folded)
  const sharing = sharingOf(rows, folded, byEmail)
  const seen = new Set<string>()
  return rows.map((row): Verdict => {
    const { line } = row
    if (!("person" in row)) return { line, name: row.name, state: "refused", reason: row.reason }
    const { person, name } = row
    const key = folded.get(line) ?? ""
    const email = person.email?.toLowerCase()
    const mark = `${key}|${email ?? ""}|${person.postcode ?? ""}`
    if (seen.has(mark)) return { line, name, state: "refused", reason: "twice" }
    seen.add(mark)
    const sameName = (byName.get(key) ?? []).filter((one) => isSamePlace(one, person))
    const same =
      sameMailbox(email ? (byEmail.get(email) ?? []) : [], key, person) ??
      (sameName.length === 1 ? sameName[0] : undefined)
    if (!same && sameName.length > 1) return { line, name, state: "refused", reason: "namesakes" }
    if (!same) return { line, name, state: "created", person, shares: email ? sharing(email, key) : null }
    const changes = compared.filter((field) => person[field] !== null && person[field] !== same[field])
    if (changes.length === 0 && same.of_body) return { line, name, state: "unchanged", id: same.id }
    return { line, name, state: "known", id: same.id, person, changes, joins: !same.of_body }
  })
}

// Two people of one mailbox are told apart before anything is written, not only among the duplicates afterwards.
const sharingOf = (
  rows: readonly ReadRow[],
  folded: ReadonlyMap<number, string>,
  known: ReadonlyMap<string, readonly KnownPerson[]>,
) => {
  const inFile = Map.groupBy(
    rows.flatMap((row) => ("person" in row && row.person.email ? [row] : [])),
    ({ person }) => person.email!.toLowerCase(),
  )
  return (email: string, key: string): Sharing | null => {
    const others = new Map<string, Sharing["some"][number]>()
    for (const { line, name } of inFile.get(email) ?? []) {
      const other = folded.get(line) ?? ""
      if (other !== key && !others.has(other)) others.set(other, { name, line })
    }
    for (const { folded: other, given_name, family_name } of known.get(email) ?? [])
      if (other !== key) others.set(other, { name: `${given_name} ${family_name}`, line: null })
    return others.size === 0 ? null : { count: others.size, some: [...others.values()].slice(0, 2) }
  }
}

export type ReadRow = { line: number; name: string } & ({ person: ImportedPerson } | { reason: Reason })

export const readRows = (rows: readonly CsvRow[], columns: Columns): ReadRow[] =>
  rows.map(({ line, cells }) => {
    const read = readRow(cells, columns)
    const name =
      "person" in read
        ? `${read.person.given_name} ${read.person.family_name}`
        : cells.filter(Boolean).slice(0, 2).join(" ")
    return { line, name: name.slice(0, 100), ...read }
  })

// Two people may share one mailbox: whoever has it is the same person only if the name is the same, or nearly. A file without a
// given name, or with an initial, is taken for who has the mailbox.
const sameMailbox = (sharing: readonly KnownPerson[], key: string, person: ImportedPerson): KnownPerson | undefined =>
  sharing.find((one) => one.folded === key) ?? sharing.find((one) => isAlike(one, person))

const isAlike = (one: KnownPerson, other: ImportedPerson): boolean => {
  const [a, b] = [one, other].map(({ given_name, family_name }) => ({
    given: fold(given_name),
    family: fold(family_name),
    form: "n" as const,
    email: null,
    phone: null,
    street: null,
    postcode: null,
    created_at: Temporal.Instant.fromEpochMilliseconds(0),
  }))
  if (!a!.given || !b!.given || !a!.family || !b!.family) return true
  return likenessOf(a!, b!).reasons.length > 0
}

// A name is the same person's unless both postcodes are known and differ.
const isSamePlace = (one: KnownPerson, other: ImportedPerson) =>
  !one.postcode || !other.postcode || one.postcode === other.postcode

const compared = [
  "given_name",
  "family_name",
  "form",
  "email",
  "phone",
  "street",
  "postcode",
  "town",
  "country",
  "note",
] as const
