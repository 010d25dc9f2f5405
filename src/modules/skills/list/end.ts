import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { holds } from "../../mandates/contract.ts"
import { skillEnded, skillReopened } from "../events.ts"
import { findSkillToChange, stillFree } from "../store.ts"
import { underATheme } from "../themes/end.ts"

/** Asked of nobody any more. What was said of it comes back with it. */
export const endSkill = command({
  name: "skills.end",
  input: z.object({ skillId: z.uuid() }),
  find: ({ skillId }, { db }) => findSkillToChange(skillId, db),
  allow: holds("people.manage"),
  async run({ subject: skill, db, now }) {
    if (skill.ended_on) refuse("skills.already_ended")
    await db
      .updateTable("skills")
      .set({ ended_on: dayOf(now) })
      .where("id", "=", skill.id)
      .execute()
    return skillEnded({ skillId: skill.id, bodyId: skill.body_id })
  },
})

export const reopenSkill = command({
  name: "skills.reopen",
  input: z.object({ skillId: z.uuid() }),
  find: ({ skillId }, { db }) => findSkillToChange(skillId, db),
  allow: holds("people.manage"),
  async run({ subject: skill, db }) {
    if (!skill.ended_on) refuse("skills.not_ended")
    await stillFree(skill.name, skill.body_id, db)
    const theme_id = await underATheme(skill.theme_id, db)
    await db.updateTable("skills").set({ ended_on: null, theme_id }).where("id", "=", skill.id).execute()
    return skillReopened({ skillId: skill.id, bodyId: skill.body_id })
  },
})
