import { sql } from "kysely"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { Sitting } from "../seen.ts"
import { differencesOf } from "./differences.ts"

/** Both sides and what lies between them; the minutes are null until they came. */
export const comparedOf = async ({ id }: Sitting, { db }: Pick<Circumstances, "db">) => {
  const items = await db
    .selectFrom("sitting_items")
    .select(["id", "number", "title", "outcome", "voted", "votes_for", "votes_against", "abstentions"])
    .where("sitting_id", "=", id)
    .where("removed_at", "is", null)
    .orderBy("place")
    .orderBy("id")
    .execute()
  const minutes = await db
    .selectFrom("sitting_minutes")
    .select(["received_on", "file_id", "approved_on", "remark"])
    .where("sitting_id", "=", id)
    .executeTakeFirst()
  const lines = await db
    .selectFrom("sitting_minutes_lines")
    .select(["item_id", "title", "outcome", "votes_for", "votes_against", "abstentions", "against", "abstaining"])
    .where("sitting_id", "=", id)
    .orderBy("place")
    .execute()
  return {
    items,
    minutes: minutes ?? null,
    lines,
    differences: minutes ? differencesOf(items, lines, await oursIn(id, db)) : [],
  }
}

/** The family names of ours who sat: those said to be away or replaced voted nothing. */
const oursIn = async (sittingId: string, db: Circumstances["db"]): Promise<string[]> => {
  const { rows } = await sql<{ family_name: string }>`
    select m.family_name from sittings s
      join assembly_members m on (m.organisation_id, m.assembly_id) = (s.organisation_id, s.assembly_id)
      join assembly_groups g on (g.organisation_id, g.id) = (m.organisation_id, m.group_id) and g.is_ours
     where s.id = ${sittingId} and (m.since is null or m.since <= s.starts::date) and (m.until is null or m.until >= s.starts::date)
       and not exists (select from sitting_attendances t
                        where (t.organisation_id, t.sitting_id, t.person_id) = (s.organisation_id, s.id, m.person_id)
                          and t.state in ('excused', 'replaced'))
     order by m.folded`.execute(db)
  return rows.map(({ family_name }) => family_name)
}
