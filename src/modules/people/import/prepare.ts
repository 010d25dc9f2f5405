import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import type { Db } from "../../../kernel/db.ts"
import { day } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { type CsvRow, readCsv } from "../../../kernel/tables/read-csv.ts"
import { bodiesWhere } from "../../mandates/contract.ts"
import { columnKinds, type Columns, guessColumns } from "./columns.ts"
import { rememberedColumns } from "./mappings.ts"
import { type KnownPerson, type ReadRow, readRows, type Verdict, verdictsOf } from "./verdicts.ts"

/** The file as text (100 000 lines are about 12 MB), and what to make of it. */
export const importInput = z.object({
  bodyId: z.uuid(),
  text: z.string().max(60_000_000),
  /** What each column holds; guessed from the headings unless told. */
  columns: z.array(z.enum(columnKinds).nullable()).max(200).optional(),
  /** For lines that do not say it themselves. */
  ring: z.enum(["member", "sympathiser", "supporter", "former"]).default("member"),
  since: day(),
  /** Of a part of a file: how many lines of the whole stand before its own. */
  offset: z.int().min(0).max(1_000_000_000).default(0),
})

export type Prepared = { heading: string[] | undefined; columns: Columns; sample: string[][]; verdicts: Verdict[] }

/** Reads the file and says what each line would do. Refuses a file without a line, or without a name in it. */
export const prepareImport = async (
  input: z.output<typeof importInput>,
  given: Pick<Circumstances, "actor" | "db" | "now">,
): Promise<Prepared> => {
  const { heading, rows } = readCsv(new TextEncoder().encode(input.text))
  if (rows.length === 0) refuse("people.import_empty")
  if (rows.length > 200_000) refuse("people.import_too_long", { most: 200_000 })
  for (const row of rows) row.line += input.offset
  const cells = rows.slice(0, 100).map((row) => row.cells)
  const columns =
    input.columns ?? (await rememberedColumns(input.bodyId, heading, given.db)) ?? guessColumns(heading, cells)
  const { read, folded } = await readAndFold(rows, columns, given.db)
  const known = await knownAmong(read, folded, input.bodyId, given)
  return { heading, columns, sample: cells.slice(0, 3), verdicts: verdictsOf(read, folded, known) }
}

// The next lines are read while the database folds the names of the last. It folds names; doing it here too would be two truths.
const readAndFold = async (rows: readonly CsvRow[], columns: Columns, db: Db) => {
  const read: ReadRow[] = []
  const sent: Promise<[line: number, folded: string][]>[] = []
  for (let from = 0; from < rows.length; from += SET) {
    const some = readRows(rows.slice(from, from + SET), columns)
    read.push(...some)
    sent.push(foldedNames(some, db))
    await new Promise(setImmediate)
  }
  return { read, folded: new Map((await Promise.all(sent)).flat()) }
}

const SET = 5000

const foldedNames = async (rows: readonly ReadRow[], db: Db): Promise<[line: number, folded: string][]> => {
  const lines = rows.flatMap((row) => ("person" in row ? [row] : []))
  const names = lines.map(({ person }) => `${person.family_name} ${person.given_name}`)
  const { rows: answers } = await sql<{ folded: string[] }>`
    select to_json(array(select name_folded(name) from json_array_elements_text(${JSON.stringify(names)}::json)
      with ordinality as n(name, place) order by place)) as folded`.execute(db)
  return lines.map(({ line }, at) => [line, answers[0]!.folded[at]!])
}

// Only people whom the actor may change: an import neither changes nor shows anyone else.
const knownAmong = async (
  rows: readonly ReadRow[],
  folded: ReadonlyMap<number, string>,
  bodyId: string,
  { actor, db, now }: Pick<Circumstances, "actor" | "db" | "now">,
): Promise<KnownPerson[]> => {
  const emails = rows.flatMap((row) => ("person" in row && row.person.email ? [row.person.email.toLowerCase()] : []))
  const today = dayOf(now)
  const { rows: known } = await sql<KnownPerson>`
    select p.id, p.folded, p.given_name, p.family_name, p.form, p.email, p.phone, p.street, p.postcode, p.town, p.country, p.note,
           exists (select from memberships m where m.person_id = p.id and m.body_id = ${bodyId}
                     and (m.until is null or m.until >= ${today}::date)) as of_body
      from known_people(${textsOf(emails)}, ${textsOf([...new Set(folded.values())])}) k join people p on p.id = k.id
     where exists (select from memberships m where m.person_id = p.id and m.body_id in (${bodiesWhere("people.manage", actor.personId!, today)}))`.execute(
    db,
  )
  return known
}

// As JSON: pg writes an array of thousands element by element.
const textsOf = (texts: readonly string[]) =>
  sql`array(select json_array_elements_text(${JSON.stringify(texts)}::json))`
