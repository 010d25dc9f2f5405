import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { line } from "../../../kernel/input.ts"
import { holds } from "../../mandates/contract.ts"
import { skillChanged } from "../events.ts"
import { findSkillToChange, stillFree } from "../store.ts"
import { themes } from "../tables.ts"

/** Names it otherwise, or puts it under another theme: those who said they can still can. */
export const changeSkill = command({
  name: "skills.change",
  input: z.object({ skillId: z.uuid(), name: line(80), theme: z.enum(themes) }),
  find: ({ skillId }, { db }) => findSkillToChange(skillId, db),
  allow: holds("people.manage"),
  async run({ input: { name, theme }, subject: skill, db }) {
    await db
      .updateTable("skills")
      .set({ name: await stillFree(name, skill.body_id, db, skill.id), theme })
      .where("id", "=", skill.id)
      .execute()
    return skillChanged({ skillId: skill.id, bodyId: skill.body_id })
  },
})
