import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import type { Db } from "../../../kernel/db.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { holds } from "../../mandates/contract.ts"
import { themeEnded, themeReopened } from "../events.ts"
import { findThemeToChange } from "../store.ts"
import { freeTheme } from "./free.ts"

/** Retires a theme under which nothing is asked any more: a skill must not vanish with its heading. */
export const endTheme = command({
  name: "skills.endTheme",
  input: z.object({ themeId: z.uuid() }),
  find: ({ themeId }, { db }) => findThemeToChange(themeId, db),
  allow: holds("people.manage"),
  async run({ subject: theme, db, now }) {
    if (theme.ended_on) refuse("skills.theme_ended")
    const { count } = await db
      .selectFrom("skills")
      .select(sql<number>`count(*)::int`.as("count"))
      .where("theme_id", "=", theme.id)
      .where("ended_on", "is", null)
      .executeTakeFirstOrThrow()
    if (count) refuse("skills.theme_used", { count })
    await db
      .updateTable("skill_themes")
      .set({ ended_on: dayOf(now) })
      .where("id", "=", theme.id)
      .execute()
    return themeEnded({ themeId: theme.id, bodyId: theme.body_id })
  },
})

export const reopenTheme = command({
  name: "skills.reopenTheme",
  input: z.object({ themeId: z.uuid() }),
  find: ({ themeId }, { db }) => findThemeToChange(themeId, db),
  allow: holds("people.manage"),
  async run({ subject: theme, db }) {
    if (!theme.ended_on) refuse("skills.theme_not_ended")
    await freeTheme(theme.name, theme.body_id, db)
    await db.updateTable("skill_themes").set({ ended_on: null }).where("id", "=", theme.id).execute()
    return themeReopened({ themeId: theme.id, bodyId: theme.body_id })
  },
})

/** Where a skill that comes back stands: its theme comes back with it, or the one that took its name meanwhile takes it. */
export const underATheme = async (themeId: string, db: Db): Promise<string> => {
  const theme = await findThemeToChange(themeId, db)
  if (!theme?.ended_on) return themeId
  const { rows } = await sql<{ id: string }>`
    select id from skill_themes where body_id = ${theme.body_id} and ended_on is null
       and f_unaccent(lower(name)) = f_unaccent(lower(${theme.name})) for update`.execute(db)
  if (rows[0]) return rows[0].id
  await db.updateTable("skill_themes").set({ ended_on: null }).where("id", "=", themeId).execute()
  return themeId
}
