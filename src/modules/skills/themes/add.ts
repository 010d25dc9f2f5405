import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { line } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { themeAdded } from "../events.ts"
import { themesOf } from "../store.ts"
import { freeTheme } from "./free.ts"

/** More would be a list of lists. */
const MOST_THEMES = 20

export const addTheme = command({
  name: "skills.addTheme",
  input: z.object({ bodyId: z.uuid(), name: line(60) }),
  find: async ({ bodyId }, { db }) => {
    await db.selectFrom("bodies").select("id").where("id", "=", bodyId).forUpdate().executeTakeFirst()
    return findBody(bodyId, db)
  },
  allow: holds("people.manage"),
  async run({ input: { name }, subject: body, actor, db }) {
    if ((await themesOf(body.id, db)).length >= MOST_THEMES) refuse("skills.too_many_themes", { most: MOST_THEMES })
    const themeId = newId()
    await db
      .insertInto("skill_themes")
      .values({
        organisation_id: actor.organisation,
        id: themeId,
        body_id: body.id,
        name: await freeTheme(name, body.id, db),
        position: sql`(select coalesce(max(position), 0) + 1 from skill_themes where body_id = ${body.id})`,
        ended_on: null,
      })
      .execute()
    return themeAdded({ themeId, bodyId: body.id })
  },
})
