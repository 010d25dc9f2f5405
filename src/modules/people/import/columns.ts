import { likenessTo } from "../../../kernel/tables/likeness.ts"

/** What a column of a file may hold. `name` is a whole name in one cell. */
export const columnKinds = [
  "family_name",
  "given_name",
  "name",
  "form",
  "email",
  "phone",
  "street",
  "postcode",
  "town",
  "country",
  "ring",
  "since",
  "dues_until",
  "note",
] as const
export type ColumnKind = (typeof columnKinds)[number]

/** For each column of the file, what it holds; null: left aside. */
export type Columns = (ColumnKind | null)[]

// As headings are written in the files of chapters, spreadsheets, Outlook, Google; folded.
const headings: Record<ColumnKind, readonly string[]> = {
  given_name: ["prenom", "prenoms", "first name", "given name", "firstname", "voornaam"],
  family_name: ["nom", "nom de famille", "last name", "surname", "family name", "lastname", "nom usuel", "achternaam"],
  name: [
    "nom complet",
    "nom prenom",
    "nom et prenom",
    "prenom nom",
    "name",
    "full name",
    "personne",
    "membre",
    "contact",
  ],
  form: ["civilite", "titre", "genre", "sexe", "gender", "title", "m mme"],
  email: [
    "email",
    "e mail",
    "mail",
    "courriel",
    "adresse mail",
    "adresse email",
    "adresse e mail",
    "adresse courriel",
    "mel",
    "e mail 1 value",
  ],
  phone: ["telephone", "tel", "gsm", "mobile", "portable", "phone", "numero de telephone", "tel mobile", "tel fixe"],
  street: ["rue", "adresse", "adresse postale", "street", "address", "rue et numero", "voie", "adresse 1"],
  postcode: ["code postal", "cp", "postcode", "zip", "postal code", "code"],
  town: ["ville", "commune", "localite", "town", "city", "gemeente"],
  country: ["pays", "country"],
  ring: ["statut", "cercle", "qualite", "type", "categorie", "status"],
  since: [
    "date d adhesion",
    "adhesion",
    "membre depuis",
    "depuis",
    "date adhesion",
    "inscription",
    "member since",
    "date d inscription",
    "entree",
  ],
  dues_until: [
    "cotisation",
    "cotisation jusqu au",
    "a jour jusqu au",
    "fin de cotisation",
    "dues until",
    "cotisation payee jusqu au",
    "expire le",
  ],
  note: ["note", "notes", "remarque", "remarques", "commentaire", "commentaires", "observation", "comments"],
}

/** What each column holds, by the likeness of its heading; each kind once, the likest first. Without heading, by what is in it. */
export const guessColumns = (heading: readonly string[] | undefined, rows: readonly (readonly string[])[]): Columns => {
  const width = Math.max(heading?.length ?? 0, ...rows.slice(0, 100).map((row) => row.length))
  const scores = Array.from({ length: width }, (_, column) =>
    columnKinds.map((kind) => ({
      column,
      kind,
      score: heading ? likeness(heading[column] ?? "", kind) : contentLikeness(rows, column, kind),
    })),
  ).flat()
  const columns: Columns = Array.from({ length: width }, () => null)
  for (const { column, kind, score } of scores.toSorted((a, b) => b.score - a.score))
    if (score >= 0.6 && columns[column] === null && !columns.includes(kind) && !isPartOfNamed(kind, columns, heading))
      columns[column] = kind
  return columns
}

const likeness = (heading: string, kind: ColumnKind): number => likenessTo(headings[kind], heading)

// Without heading, whole names in one column leave none for the parts of a name.
const isPartOfNamed = (kind: ColumnKind, columns: Columns, heading: readonly string[] | undefined) =>
  !heading && columns.includes("name") && (kind === "given_name" || kind === "family_name")

const contentLikeness = (rows: readonly (readonly string[])[], column: number, kind: ColumnKind): number => {
  const cells = rows.slice(0, 100).flatMap((row) => (row[column] ? [row[column]] : []))
  // The same word on each line is nobody's name.
  if (named.has(kind) && cells.length > 2 && new Set(cells).size === 1) return 0
  if (kind === "name") return cells.filter((cell) => whole.test(cell)).length / (cells.length || 1) >= 0.8 ? 1.1 : 0
  const test = contents[kind]
  return cells.length && test ? cells.filter((cell) => test.test(cell)).length / cells.length : 0
}

const named: ReadonlySet<ColumnKind> = new Set(["name", "given_name", "family_name"])

// Two words or more, as "Voter Eight" or "Ben5 Adida": a part of a name seldom has two on every line.
const whole = /^\p{L}[\p{L}\d'’.-]*(?: +\p{L}[\p{L}\d'’.-]*)+$/u

// Names are the two first columns of words, the first being the family's: the order of the spreadsheets seen.
const contents: Partial<Record<ColumnKind, RegExp>> = {
  email: /^\S+@\S+\.\S+$/,
  postcode: /^(B-|F-)?\d{4,5}$/,
  phone: /^(\+|0)[\d\s./()-]{8,}$/,
  family_name: /^[\p{L}'’ -]{2,}$/u,
  given_name: /^[\p{L}'’ -]{2,}$/u,
  town: /^[\p{L}'’ -]{2,}$/u,
}
