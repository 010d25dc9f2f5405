import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { line } from "../../../kernel/input.ts"
import { holds } from "../../mandates/contract.ts"
import { themeRenamed } from "./events.ts"
import { findThemeToChange, stillFree } from "./store.ts"

export const renameTheme = command({
  name: "themes.rename",
  input: z.object({ themeId: z.uuid(), name: line(80) }),
  find: ({ themeId }, { db }) => findThemeToChange(themeId, db),
  allow: holds("matters.manage"),
  async run({ input: { name }, subject: { id, body_id, parent_id }, db }) {
    await db
      .updateTable("themes")
      .set({ name: await stillFree(name, { bodyId: body_id, parentId: parent_id, but: id }, db) })
      .where("id", "=", id)
      .execute()
    return themeRenamed({ themeId: id, bodyId: body_id })
  },
})
