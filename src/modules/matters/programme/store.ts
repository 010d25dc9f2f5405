import type { Selectable } from "kysely"
import type { Db } from "../../../kernel/db.ts"
import { invalid } from "../../../kernel/refusal.ts"
import type { ProgrammeLineRow } from "../tables.ts"

export type ProgrammeLine = Selectable<ProgrammeLineRow>

export const findProgrammeLine = (lineId: string, db: Db): Promise<ProgrammeLine | undefined> =>
  db.selectFrom("programme_lines").selectAll().where("id", "=", lineId).forUpdate().executeTakeFirst()

/** The theme, of this body and in use; refuses `themeId` otherwise. */
export const themeOf = async (themeId: string | null | undefined, bodyId: string, db: Db): Promise<string | null> => {
  if (!themeId) return null
  const theme = await db
    .selectFrom("themes")
    .select("id")
    .where("id", "=", themeId)
    .where("body_id", "=", bodyId)
    .where("ended_on", "is", null)
    .executeTakeFirst()
  return theme?.id ?? invalid(["themeId"], "unknown")
}
