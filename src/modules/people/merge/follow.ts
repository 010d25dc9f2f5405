import { sql } from "kysely"
import type { Held } from "../../../kernel/held.ts"
import type { Circumstances } from "../../../kernel/rule.ts"

/**
 * Gives to `into` every row that names `from`, wherever it lies. Where one person stands once, the row of the one that stays is
 * kept and the other dropped. What must be settled first is settled for all tables before the first row moves.
 */
export const follow = async (from: string, into: string, given: Circumstances): Promise<void> => {
  for (const { beforeMerge } of given.held) await beforeMerge?.(from, into, given)
  for (const held of given.held) {
    if (held.merge) await held.merge(from, into, given)
    else await rowsFollow(held, from, into, given)
  }
}

const rowsFollow = async (
  { table, person, once, onceWhere }: Held,
  from: string,
  into: string,
  { db }: Circumstances,
): Promise<void> => {
  const [of, name] = [sql.table(table), sql.ref(`t.${person}`)]
  const all = onceWhere ?? sql`true`
  if (once) {
    const alike = once.map((column) => sql`and s.${sql.ref(column)} is not distinct from t.${sql.ref(column)}`)
    await sql`delete from ${of} t where ${name} = ${from} and ${all}
      and exists (select from (select t.* from ${of} t where ${name} = ${into} and ${all}) s where true ${sql.join(alike, sql` `)})`.execute(
      db,
    )
  }
  await sql`update ${of} t set ${sql.ref(person)} = ${into} where ${name} = ${from}`.execute(db)
}
