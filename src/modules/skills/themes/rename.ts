import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { line } from "../../../kernel/input.ts"
import { holds } from "../../mandates/contract.ts"
import { themeRenamed } from "../events.ts"
import { findThemeToChange } from "../store.ts"
import { freeTheme } from "./free.ts"

export const renameTheme = command({
  name: "skills.renameTheme",
  input: z.object({ themeId: z.uuid(), name: line(60) }),
  find: ({ themeId }, { db }) => findThemeToChange(themeId, db),
  allow: holds("people.manage"),
  async run({ input, subject: theme, db }) {
    const name = await freeTheme(input.name, theme.body_id, db, theme.id)
    await db.updateTable("skill_themes").set({ name }).where("id", "=", theme.id).execute()
    return themeRenamed({ themeId: theme.id, bodyId: theme.body_id })
  },
})
