import { sql } from "kysely"
import type { Db } from "../../kernel/db.ts"

/**
 * The next number of a body's papers of one kind in a year: 1, 2, 3, without gaps. It is taken in the transaction of the
 * command, which holds the row until it ends: a second taker waits, and what is rolled back gives its number back.
 */
export const takeNumber = (bodyId: string, kind: string, year: number, db: Db): Promise<number> =>
  takeNumbers(bodyId, kind, year, 1, db)

/** So many in a row at once; answers the first. */
export const takeNumbers = async (
  bodyId: string,
  kind: string,
  year: number,
  count: number,
  db: Db,
): Promise<number> => {
  const { rows } = await sql<{ last: number }>`
    insert into numbers (organisation_id, body_id, kind, year, last)
    values (current_org(), ${bodyId}, ${kind}, ${year}, ${count})
    on conflict (organisation_id, body_id, kind, year) do update set last = numbers.last + ${count}
    returning last`.execute(db)
  return rows[0]!.last - count + 1
}

/** A number as it is written on papers: VAL-2026-PV-0004. */
export const numbered = (code: string, year: number, kind: string, number: number): string =>
  `${code}-${year}-${kind}-${String(number).padStart(4, "0")}`
