import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { skillsBegun } from "../events.ts"
import { startingList } from "../starting.ts"
import { skillsOf } from "../store.ts"

/** Takes the list proposed for bodies of its kind; the body then owns it. Only once: it is a beginning. */
export const beginSkills = command({
  name: "skills.begin",
  input: z.object({ bodyId: z.uuid() }),
  find: async ({ bodyId }, { db }) => {
    await db.selectFrom("bodies").select("id").where("id", "=", bodyId).forUpdate().executeTakeFirst()
    return findBody(bodyId, db)
  },
  allow: holds("people.manage"),
  async run({ subject: body, actor, db }) {
    if ((await skillsOf(body.id, db)).length) refuse("skills.already_begun")
    const { language } = await db.selectFrom("organisations").select("language").executeTakeFirstOrThrow()
    const list = startingList(body.profile)
    await db
      .insertInto("skills")
      .values(
        list.map(([theme, name], position) => ({
          organisation_id: actor.organisation,
          id: newId(),
          body_id: body.id,
          theme,
          name: name[language === "en" ? "en" : "fr"],
          position,
          ended_on: null,
        })),
      )
      .execute()
    return skillsBegun({ bodyId: body.id, count: list.length })
  },
})
