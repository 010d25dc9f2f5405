import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { line } from "../../../kernel/input.ts"
import { holds } from "../../mandates/contract.ts"
import { LONGEST_LINE } from "./add.ts"
import { programmeChanged } from "./events.ts"
import { findProgrammeLine, themeOf } from "./store.ts"

export const changeProgramme = command({
  name: "programme.change",
  input: z.object({
    programmeLineId: z.uuid(),
    words: line(LONGEST_LINE),
    themeId: z.uuid().nullish(),
    source: line(200).nullish(),
  }),
  find: ({ programmeLineId }, { db }) => findProgrammeLine(programmeLineId, db),
  allow: holds("matters.manage"),
  async run({ input: { words, themeId, source }, subject: { id, body_id, theme_id }, db }) {
    // A theme that has ended since stays with what was said under it.
    const theme = themeId === theme_id ? theme_id : await themeOf(themeId, body_id, db)
    await db
      .updateTable("programme_lines")
      .set({ words, theme_id: theme, source: source ?? null })
      .where("id", "=", id)
      .execute()
    return programmeChanged({ programmeLineId: id, bodyId: body_id })
  },
})
