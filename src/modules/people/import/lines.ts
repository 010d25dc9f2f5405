import { type RawBuilder, sql } from "kysely"

/** SQL: what became of each line of an import, `line, state, person_id, reason`. */
export const linesOf = (importId: string): RawBuilder<unknown> =>
  sql`select line, state, person_id, reason from import_lines where import_id = ${importId}`
