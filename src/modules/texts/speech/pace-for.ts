import { sql } from "kysely"
import type { Circumstances } from "../../../kernel/rule.ts"
import { KEPT, type Pace, paceOf, type Timing } from "./pace.ts"

/** The pace of whoever says a text; without anybody, or who never timed a speech, the usual one. */
export const paceFor = async (personId: string | null, { db }: Pick<Circumstances, "db">): Promise<Pace> => {
  if (!personId) return paceOf([])
  const { rows } = await sql<Timing>`
    select words, seconds from text_timings where person_id = ${personId} order by timed_at desc, id limit ${KEPT}`.execute(
    db,
  )
  return paceOf(rows)
}
