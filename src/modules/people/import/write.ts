import { sql } from "kysely"
import { newId } from "../../../kernel/id.ts"
import type { Db } from "../../../kernel/db.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { ImportedPerson } from "./read-row.ts"
import { rowsOf } from "./rows.ts"
import type { Verdict } from "./verdicts.ts"

export type Line = {
  line: number
  state: "created" | "updated" | "unchanged" | "known" | "refused"
  person_id: string | null
  reason: string | null
}
type Membership = { bodyId: string; ring: NonNullable<ImportedPerson["ring"]>; since: string }

// Rows are written set by set: one statement for five thousand people, not five thousand statements.
const SET = 5000

/**
 * Writes the people of an import and says what became of each line. `updates`: the known lines to apply. Sets are sent one
 * behind the other: the next is prepared while PostgreSQL writes the last.
 */
export const writeImport = async (
  verdicts: readonly Verdict[],
  updates: ReadonlySet<number>,
  membership: Membership,
  given: Circumstances,
): Promise<Line[]> => {
  const { db } = given
  const created = byName(verdicts).map((one) => ({ ...one, id: newId() }))
  const ids = new Map(created.map(({ line, id }) => [line, id]))
  const updated = verdicts.flatMap((one) => (one.state === "known" && updates.has(one.line) ? [one] : []))
  // Memory for sorting what goes into the index of words: fewer and larger rounds of it.
  await sql`set local work_mem = '32MB'`.execute(db)
  await inSets(created, async (some, from) => {
    await insertPeople(some, given)
    // A connection that checked its first references when there were three people would go on reading the whole table for
    // each check, as long as it lives: 10 000 memberships took 8 s instead of 0.4.
    if (from === 0) await sql`discard plans`.execute(db)
  })
  await inSets(updated, (some) => updatePeople(some, given))
  await inSets([...created, ...updated.filter(({ joins }) => joins)], (some) => insertMemberships(some, membership, db))
  return verdicts.map((one) => lineOf(one, ids, updates))
}

type Created = Extract<Verdict, { state: "created" }>
type Known = Extract<Verdict, { state: "known" }>

// In the order of their names, ids with them: each index grows at its end, not here and there.
const byName = (verdicts: readonly Verdict[]): Created[] =>
  verdicts
    .filter((one): one is Created => one.state === "created")
    .sort(({ person: a }, { person: b }) =>
      a.family_name === b.family_name ? (a.given_name < b.given_name ? -1 : 1) : a.family_name < b.family_name ? -1 : 1,
    )

/** Sends every set; the first failure is the one that is told. */
const inSets = async <T>(all: readonly T[], write: (some: T[], from: number) => unknown): Promise<void> => {
  const sent: unknown[] = []
  for (let from = 0; from < all.length; from += SET) {
    sent.push(write(all.slice(from, from + SET), from))
    // What is to be sent leaves before the next set is prepared.
    if (from === 0) await sent[0]
    else await new Promise(setImmediate)
  }
  await Promise.all(sent)
}

const lineOf = (one: Verdict, ids: ReadonlyMap<number, string>, updates: ReadonlySet<number>): Line => {
  const { line, state } = one
  if (one.state === "refused") return { line, state: "refused", person_id: null, reason: one.reason }
  if (one.state === "created") return { line, state: "created", person_id: ids.get(line)!, reason: null }
  return {
    line,
    state: state === "known" && updates.has(line) ? "updated" : one.state,
    person_id: one.id,
    reason: null,
  }
}

/** Keeps what became of each line. */
export const keepLines = async (importId: string, lines: readonly Line[], db: Db): Promise<void> => {
  await inSets(lines, (some) =>
    sql`insert into import_lines (organisation_id, import_id, line, state, person_id, reason)
        select current_org(), ${importId}, line, state, person_id, reason
          from jsonb_to_recordset(${JSON.stringify(some)}::jsonb) as l(line int, state text, person_id uuid, reason text)`.execute(
      db,
    ),
  )
}

const insertPeople = (people: (Created & { id: string })[], given: Circumstances) =>
  sql`insert into people (organisation_id, id, given_name, family_name, form, email, phone, street, postcode, town, country, note)
      select current_org(), id, given_name, family_name, coalesce(form, 'n'), email, phone, street, postcode, town, country, note
        from (${rowsOf(people, given)}) p`.execute(given.db)

// What the file does not tell stays as it was.
const updatePeople = (people: Known[], given: Circumstances) =>
  sql`update people set given_name = n.given_name, family_name = n.family_name, form = coalesce(n.form, people.form),
             email = coalesce(n.email, people.email), phone = coalesce(n.phone, people.phone), street = coalesce(n.street, people.street),
             postcode = coalesce(n.postcode, people.postcode), town = coalesce(n.town, people.town),
             country = coalesce(n.country, people.country), note = coalesce(n.note, people.note)
        from (${rowsOf(people, given)}) n
       where people.id = n.id`.execute(given.db)

const insertMemberships = (
  people: { id: string; person: ImportedPerson }[],
  { bodyId, ring, since }: Membership,
  db: Db,
) =>
  sql`insert into memberships (organisation_id, id, person_id, body_id, ring, since, dues_until, folded)
      select current_org(), m.id, m.person_id, ${bodyId}, m.ring, m.since, m.dues_until, p.folded
        from unnest(${people.map(() => newId())}::uuid[], ${people.map(({ id }) => id)}::uuid[], ${people.map(({ person }) => person.ring ?? ring)}::text[],
               ${people.map(({ person }) => person.since ?? since)}::date[], ${people.map(({ person }) => person.dues_until)}::date[])
          as m(id, person_id, ring, since, dues_until)
        join people p on p.id = m.person_id`.execute(db)
