import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { line } from "../../../kernel/input.ts"
import { holds } from "../../mandates/contract.ts"
import { skillChanged } from "../events.ts"
import { findSkillToChange, stillFree, themeInUse } from "../store.ts"

/** Names it otherwise, or puts it under another theme: those who said they can still can. */
export const changeSkill = command({
  name: "skills.change",
  input: z.object({ skillId: z.uuid(), name: line(80), themeId: z.uuid() }),
  find: ({ skillId }, { db }) => findSkillToChange(skillId, db),
  allow: holds("people.manage"),
  async run({ input: { name, themeId }, subject: skill, db }) {
    await db
      .updateTable("skills")
      .set({
        name: await stillFree(name, skill.body_id, db, skill.id),
        theme_id: await themeInUse(themeId, skill.body_id, db),
      })
      .where("id", "=", skill.id)
      .execute()
    return skillChanged({ skillId: skill.id, bodyId: skill.body_id })
  },
})
