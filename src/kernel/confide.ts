import { type RawBuilder, sql } from "kysely"
import { json } from "./db.ts"
import type { Circumstances } from "./rule.ts"
import { Sealed, sealed } from "./sealed.ts"

declare module "./equipment.ts" {
  interface Equipment {
    /** Every column that holds what is confidential, gathered from the modules at start. */
    confided: readonly Confided[]
  }
}

/** Columns whose words rest encrypted where their row is confidential. They open by themselves when they are read. */
export type Confided = {
  table: string
  /** The key of the row, beside its organisation. */
  key: string
  /** `text`, or `doc` for a jsonb object. */
  columns: Record<string, "text" | "doc">
  /** SQL on `t`, a row of the table. */
  isConfidential: RawBuilder<boolean>
}

/** How a thing's words are written: encrypted when it is confidential, else as they are. Null stays null, and no text no text. */
export const confide = ({ secret, actor }: Pick<Circumstances, "secret" | "actor">, isConfidential: boolean) => ({
  text: <T extends string | null | undefined>(words: T): T =>
    // A `Sealed` is what the connection writes as its token: to those who write rows it stands for the text.
    isConfidential && words ? (sealed(secret, actor.organisation, "text", words) as unknown as T) : words,
  doc: <T>(doc: T | null): RawBuilder<T> | null =>
    doc === null
      ? null
      : isConfidential
        ? sql<T>`to_jsonb(${sealed(secret, actor.organisation, "doc", JSON.stringify(doc))}::text)`
        : json(doc),
})

/**
 * Puts rows right whose words do not rest as they should: marked confidential since, or opened to all, or written before
 * words were encrypted. `only` is SQL on `t`; without it, all rows of the table. Answers how many were written again.
 */
export const keepConfided = async (
  table: string,
  given: Pick<Circumstances, "secret" | "actor" | "db" | "confided">,
  only: RawBuilder<boolean> = sql<boolean>`true`,
): Promise<number> => {
  let written = 0
  const one = confidedIn(table, given.confided)
  if (one) for (let some = SET; some === SET; written += some) some = await keepSome(one, given, only)
  return written
}

/**
 * Several modules may hang the rows of one table on things of theirs, as files: a row is confidential when one of them says so. Taken
 * one after the other, each would open what the one before had closed.
 */
const confidedIn = (table: string, confided: readonly Confided[]): Confided | undefined => {
  const all = confided.filter((each) => each.table === table)
  if (all.length < 2) return all[0]
  return {
    table,
    key: all[0]!.key,
    columns: Object.assign({}, ...all.map(({ columns }) => columns)) as Confided["columns"],
    isConfidential: sql<boolean>`(${sql.join(
      all.map(({ isConfidential }) => isConfidential),
      sql` or `,
    )})`,
  }
}

// A million notes of before they were encrypted must not be held in memory at once.
const SET = 500

const keepSome = async (
  one: Confided,
  given: Pick<Circumstances, "secret" | "actor" | "db">,
  only: RawBuilder<boolean>,
): Promise<number> => {
  const [table, key, names] = [sql.table(one.table), sql.ref(one.key), Object.keys(one.columns)]
  const { rows } = await sql<Record<string, unknown> & { of_row: string; is_confidential: boolean }>`
    select t.${key} as of_row, ${one.isConfidential} as is_confidential, ${sql.join(names.map((name) => sql`t.${sql.ref(name)}`))}
      from ${table} t
     where ${only} and (${sql.join(
       names.map((name) => isOtherwise(name, one)),
       sql` or `,
     )}) limit ${SET} for update of t`.execute(given.db)
  if (rows.length === 0) return 0
  const values = rows.map(({ of_row, is_confidential, ...words }) => {
    const as = confide(given, is_confidential)
    const cells = names.map((name) =>
      one.columns[name] === "doc"
        ? sql`${as.doc(words[name])}::jsonb`
        : sql`${as.text(words[name] as string | null)}::text`,
    )
    return sql`(${of_row}::uuid, ${sql.join(cells)})`
  })
  const sets = sql.join(names.map((name) => sql`${sql.ref(name)} = v.${sql.ref(name)}`))
  await sql`update ${table} t set ${sets}
    from (values ${sql.join(values)}) as v(of_row, ${sql.join(names.map((name) => sql.ref(name)))}) where t.${key} = v.of_row`.execute(
    given.db,
  )
  return rows.length
}

/** Whether what a row holds is confidential, as its module says. */
export const isConfided = async (
  table: string,
  rowId: string,
  { db, confided }: Pick<Circumstances, "db" | "confided">,
): Promise<boolean> => {
  const one = confidedIn(table, confided)
  if (!one) return false
  const { rows } = await sql<{ is: boolean }>`
    select ${one.isConfidential} as is from ${sql.table(table)} t where t.${sql.ref(one.key)} = ${rowId}`.execute(db)
  return rows[0]?.is ?? false
}

// A document is an object; sealed, it is a string.
const isOtherwise = (name: string, { columns, isConfidential }: Confided) => {
  const column = sql`t.${sql.ref(name)}`
  const isSealed =
    columns[name] === "doc" ? sql`jsonb_typeof(${column}) = 'string'` : sql`starts_with(${column}, ${new Sealed("")})`
  const isThere = columns[name] === "doc" ? sql`jsonb_typeof(${column}) <> 'null'` : sql`${column} <> ''`
  return sql`(${column} is not null and ${isThere} and (${isSealed}) <> ${isConfidential})`
}
