import { sql } from "kysely"
import type { Circumstances } from "../../../kernel/rule.ts"

/** How many take part, and how many of them have not spoken at this step. Who named nobody has nothing to change. */
export const missingIn = async (
  { id }: { id: string },
  step: "nominations" | "changes",
  { db }: Pick<Circumstances, "db">,
): Promise<{ total: number; missing: number }> => {
  const spoken =
    step === "nominations" ? sql`n.person_id is not null` : sql`n.person_id is null or n.turned_at is not null`
  const { rows } = await sql<{ total: number; missing: number }>`
    select count(*)::int as total, (count(*) filter (where not (${spoken})))::int as missing
      from consent_participants s
      left join consent_nominations n on (n.organisation_id, n.election_id, n.person_id) = (s.organisation_id, s.election_id, s.person_id)
     where s.election_id = ${id}`.execute(db)
  return rows[0]!
}
