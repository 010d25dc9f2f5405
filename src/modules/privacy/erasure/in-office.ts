import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"

/** The functions a person holds today: somebody in office is not erased. */
export const inOffice = async (
  personId: string,
  { db, now }: Pick<Circumstances, "db" | "now">,
): Promise<{ function_name: string; body_name: string }[]> => {
  const today = dayOf(now)
  const { rows } = await sql<{ function_name: string; body_name: string }>`
    select f.name_n as function_name, b.name as body_name
      from mandates m
      join functions f on (f.organisation_id, f.id) = (m.organisation_id, m.function_id)
      join bodies b on (b.organisation_id, b.id) = (m.organisation_id, m.body_id)
     where m.person_id = ${personId} and (m.until is null or m.until >= ${today}::date)
     order by b.name, f.name_n`.execute(db)
  return rows
}
