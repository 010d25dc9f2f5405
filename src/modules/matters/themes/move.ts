import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { holds } from "../../mandates/contract.ts"
import { themeMoved } from "./events.ts"
import { findThemeToChange, mustBeOf, putAt, stillFree, withBelow } from "./store.ts"

/** Puts a theme, with all that stands under it, under another or at the top; `place` counts from the first there. */
export const moveTheme = command({
  name: "themes.move",
  input: z.object({ themeId: z.uuid(), underId: z.uuid().nullish(), place: z.int().min(0).max(500).default(500) }),
  find: ({ themeId }, { db }) => findThemeToChange(themeId, db),
  allow: holds("matters.manage"),
  async run({ input: { underId, place }, subject: theme, db }) {
    if (theme.ended_on) refuse("themes.already_ended")
    const parentId = underId ?? null
    await mustBeOf(parentId, theme.body_id, db)
    const { rows } = await sql<{ is: boolean }>`
      select ${parentId}::uuid in ${withBelow(theme.id)} as is`.execute(db)
    if (rows[0]?.is) refuse("themes.under_itself", { name: theme.name })
    await stillFree(theme.name, { bodyId: theme.body_id, parentId, but: theme.id }, db)
    await putAt(theme, { parentId, place }, db)
    return themeMoved({ themeId: theme.id, bodyId: theme.body_id })
  },
})
