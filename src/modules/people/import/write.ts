import { sql } from "kysely"
import { newId } from "../../../kernel/id.ts"
import type { Db } from "../../../kernel/db.ts"
import type { ImportedPerson } from "./read-row.ts"
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

/** Writes the people of an import and says what became of each line. `updates`: the known lines to apply. */
export const writeImport = async (
  verdicts: readonly Verdict[],
  updates: ReadonlySet<number>,
  membership: Membership,
  db: Db,
): Promise<Line[]> => {
  const lines: Line[] = []
  for (let from = 0; from < verdicts.length; from += SET) {
    const some = verdicts.slice(from, from + SET)
    const created = some.flatMap((one) => (one.state === "created" ? [{ ...one, id: newId() }] : []))
    const updated = some.flatMap((one) => (one.state === "known" && updates.has(one.line) ? [one] : []))
    await insertPeople(
      created.map(({ id, person }) => ({ id, ...person })),
      db,
    )
    // A connection that checked its first references when there were three people would go on reading the whole table for
    // each check, as long as it lives: 10 000 memberships took 8 s instead of 0.4.
    if (from === 0) await sql`discard plans`.execute(db)
    await updatePeople(
      updated.map(({ id, person }) => ({ id, ...person })),
      db,
    )
    const joining = [...created, ...updated.filter(({ joins }) => joins)]
    await insertMemberships(
      joining.map(({ id, person }) => ({ person_id: id, ...person })),
      membership,
      db,
    )
    const ids = new Map(created.map(({ line, id }) => [line, id]))
    lines.push(...some.map((one) => lineOf(one, ids, updates)))
  }
  return lines
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

const insertPeople = (people: (ImportedPerson & { id: string })[], db: Db) =>
  people.length > 0 &&
  sql`insert into people (organisation_id, id, given_name, family_name, form, email, phone, street, postcode, town, country, note)
      select current_org(), id, given_name, family_name, coalesce(form, 'n'), email, phone, street, postcode, town, country, note
        from jsonb_to_recordset(${JSON.stringify(people)}::jsonb)
          as p(id uuid, given_name text, family_name text, form text, email text, phone text, street text, postcode text, town text, country text, note text)`.execute(
    db,
  )

// What the file does not tell stays as it was.
const updatePeople = (people: (ImportedPerson & { id: string })[], db: Db) =>
  people.length > 0 &&
  sql`update people set given_name = n.given_name, family_name = n.family_name, form = coalesce(n.form, people.form),
             email = coalesce(n.email, people.email), phone = coalesce(n.phone, people.phone), street = coalesce(n.street, people.street),
             postcode = coalesce(n.postcode, people.postcode), town = coalesce(n.town, people.town),
             country = coalesce(n.country, people.country), note = coalesce(n.note, people.note)
        from jsonb_to_recordset(${JSON.stringify(people)}::jsonb)
          as n(id uuid, given_name text, family_name text, form text, email text, phone text, street text, postcode text, town text, country text, note text)
       where people.id = n.id`.execute(db)

const insertMemberships = (
  people: (ImportedPerson & { person_id: string })[],
  { bodyId, ring, since }: Membership,
  db: Db,
) =>
  people.length > 0 &&
  sql`insert into memberships (organisation_id, id, person_id, body_id, ring, since, dues_until)
      select current_org(), id, person_id, ${bodyId}, coalesce(ring, ${ring}), coalesce(since, ${since}::date), dues_until
        from jsonb_to_recordset(${JSON.stringify(people.map(({ person_id, ring: own, since: from, dues_until }) => ({ id: newId(), person_id, ring: own, since: from, dues_until })))}::jsonb)
          as m(id uuid, person_id uuid, ring text, since date, dues_until date)`.execute(db)
