import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { holds } from "../../mandates/contract.ts"
import { themeEnded, themeReopened } from "./events.ts"
import { findThemeToChange, putAt, stillFree } from "./store.ts"

/** Chosen no more. Matters that have it keep it; what stands under it is ended or moved first, so that nothing goes unseen. */
export const endTheme = command({
  name: "themes.end",
  input: z.object({ themeId: z.uuid() }),
  find: ({ themeId }, { db }) => findThemeToChange(themeId, db),
  allow: holds("matters.manage"),
  async run({ subject: theme, db, now }) {
    if (theme.ended_on) refuse("themes.already_ended")
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from themes where parent_id = ${theme.id} and ended_on is null`.execute(db)
    if (rows[0]!.count > 0) refuse("themes.has_more_below", { name: theme.name, count: rows[0]!.count })
    await db
      .updateTable("themes")
      .set({ ended_on: dayOf(now) })
      .where("id", "=", theme.id)
      .execute()
    return themeEnded({ themeId: theme.id, bodyId: theme.body_id })
  },
})

/** Back where it was; at the top when what it stood under has ended since. */
export const reopenTheme = command({
  name: "themes.reopen",
  input: z.object({ themeId: z.uuid() }),
  find: ({ themeId }, { db }) => findThemeToChange(themeId, db),
  allow: holds("matters.manage"),
  async run({ subject: theme, db }) {
    if (!theme.ended_on) refuse("themes.not_ended")
    const { rows } = await sql<{ id: string }>`
      select id from themes where id = ${theme.parent_id} and ended_on is null`.execute(db)
    const parentId = rows[0]?.id ?? null
    await stillFree(theme.name, { bodyId: theme.body_id, parentId }, db)
    await db.updateTable("themes").set({ ended_on: null, parent_id: parentId }).where("id", "=", theme.id).execute()
    await putAt(theme, { parentId, place: parentId === theme.parent_id ? theme.position - 1 : 500 }, db)
    return themeReopened({ themeId: theme.id, bodyId: theme.body_id })
  },
})
