import { sql } from "kysely"
import type { Db } from "../../../kernel/db.ts"
import { refuse } from "../../../kernel/refusal.ts"

/** Two themes of one name would be one to whoever fills in a sheet. */
export const freeTheme = async (name: string, bodyId: string, db: Db, but?: string): Promise<string> => {
  const { rows } = await sql`
    select from skill_themes where body_id = ${bodyId} and ended_on is null and f_unaccent(lower(name)) = f_unaccent(lower(${name}))
       and id is distinct from ${but ?? null}::uuid`.execute(db)
  if (rows.length) refuse("skills.theme_taken", { name })
  return name
}
