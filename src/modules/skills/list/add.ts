import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { line } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { skillAdded } from "../events.ts"
import { skillsOf, stillFree, themeInUse } from "../store.ts"

/** More would be a form that nobody fills in two minutes. */
export const MOST_SKILLS = 60

export const addSkill = command({
  name: "skills.add",
  input: z.object({ bodyId: z.uuid(), name: line(80), themeId: z.uuid() }),
  find: async ({ bodyId }, { db }) => {
    await db.selectFrom("bodies").select("id").where("id", "=", bodyId).forUpdate().executeTakeFirst()
    return findBody(bodyId, db)
  },
  allow: holds("people.manage"),
  async run({ input: { name, themeId }, subject: body, actor, db }) {
    if ((await skillsOf(body.id, db)).length >= MOST_SKILLS) refuse("skills.too_many", { most: MOST_SKILLS })
    const skillId = newId()
    await db
      .insertInto("skills")
      .values({
        organisation_id: actor.organisation,
        id: skillId,
        body_id: body.id,
        theme_id: await themeInUse(themeId, body.id, db),
        name: await stillFree(name, body.id, db),
        position: sql`(select coalesce(max(position), 0) + 1 from skills where body_id = ${body.id})`,
        ended_on: null,
      })
      .execute()
    return skillAdded({ skillId, bodyId: body.id })
  },
})
