import { type RawBuilder, sql } from "kysely"
import type { Held, Says } from "./held.ts"
import type { Circumstances } from "./rule.ts"

/** One row that tells something of a person. `kind` is a key of words; days and instants are as the database gives them. */
export type HeldLine = {
  what: string | null
  kind: string | null
  where: string | null
  since: Temporal.PlainDate | null
  until: Temporal.PlainDate | null
  on: Temporal.Instant | null
  note: string | null
}

/** What one column tells of a person: the last rows first, at most `most` of `count`. Its title is the words of `key`. */
export type HeldGroup = { key: string; count: number; lines: HeldLine[] }

const most = 1000

/** All that the tables tell of a person, in the order of the modules; and how many rows only name them as who did something. */
export const heldOf = async (
  personId: string,
  given: Pick<Circumstances, "db" | "held">,
): Promise<{ groups: HeldGroup[]; others: number }> => {
  const groups: HeldGroup[] = []
  let others = 0
  for (const one of given.held.filter(({ byDoor }) => !byDoor)) {
    const count = await counted(one, personId, given)
    if (count === 0) continue
    if (one.says)
      groups.push({ key: `held.${one.table}.${one.person}`, count, lines: await lines(one, one.says, personId, given) })
    else others += count
  }
  return { groups, others }
}

/** What an erasure does to each column that names somebody, with how many rows: for the page that asks before, and the erasure itself. */
export type Erased = { key: string; count: number; fate: "deleted" | "emptied" | "kept" }

/** @public */
export const wouldErase = async (personId: string, given: Pick<Circumstances, "db" | "held">): Promise<Erased[]> => {
  const all: Erased[] = []
  for (const one of given.held.filter(({ byDoor }) => !byDoor)) {
    const count = await counted(one, personId, given)
    const fate = one.erased === "deleted" ? "deleted" : one.erased ? "emptied" : "kept"
    if (count > 0 && (one.says || fate !== "kept")) all.push({ key: `held.${one.table}.${one.person}`, count, fate })
  }
  return all
}

/** Lets go of what the tables hold of a person, as each module says. The person's own row is not among them. */
export const eraseHeld = async (personId: string, { db, held }: Pick<Circumstances, "db" | "held">): Promise<void> => {
  for (const { table, person, erased, byDoor } of held) {
    if (!erased || byDoor) continue
    const of = sql`${sql.table(table)} as t`
    const theirs = sql`t.${sql.ref(person)} = ${personId}`
    if (erased === "deleted") await sql`delete from ${of} where ${theirs}`.execute(db)
    else {
      const sets = Object.entries(erased.sets).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
      await sql`update ${of} set ${sql.join(sets)} where ${theirs}`.execute(db)
    }
  }
}

const counted = async (
  { table, person }: Held,
  personId: string,
  { db }: Pick<Circumstances, "db">,
): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(table)} as t where t.${sql.ref(person)} = ${personId}`.execute(db)
  return rows[0]!.count
}

const lines = async (
  { table, person }: Held,
  says: Says,
  personId: string,
  { db }: Pick<Circumstances, "db">,
): Promise<HeldLine[]> => {
  const none = sql`null`
  const as = (part: RawBuilder<unknown> | undefined, type: string) => sql`(${part ?? none})::${sql.raw(type)}`
  const { rows } = await sql<HeldLine>`
    select * from (select ${as(says.what, "text")} as what, ${as(says.kind?.[1], "text")} as kind, ${as(says.where, "text")} as "where",
           ${as(says.since, "date")} as since, ${as(says.until, "date")} as until, ${as(says.on, "timestamptz")} as "on",
           ${as(says.note, "text")} as note
      from ${sql.table(table)} as t where t.${sql.ref(person)} = ${personId}) as told
     order by coalesce("on", since::timestamptz) desc nulls last, what limit ${most}`.execute(db)
  return rows.map((row) => ({ ...row, kind: row.kind && says.kind ? says.kind[0] + row.kind : null }))
}
