import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { line } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { themeAdded } from "./events.ts"
import { mustBeOf, stillFree, themesOf } from "./store.ts"

/** More would be an index of subjects, which is what matters are. */
export const MOST_THEMES = 200

/** A theme at the end of those beside it; `underId` is the one it belongs to. */
export const addTheme = command({
  name: "themes.add",
  input: z.object({ bodyId: z.uuid(), name: line(80), underId: z.uuid().nullish() }),
  find: async ({ bodyId }, { db }) => {
    await db.selectFrom("bodies").select("id").where("id", "=", bodyId).forUpdate().executeTakeFirst()
    return findBody(bodyId, db)
  },
  allow: holds("matters.manage"),
  async run({ input: { name, underId }, subject: body, actor, db }) {
    const parentId = underId ?? null
    await mustBeOf(parentId, body.id, db)
    if ((await themesOf(body.id, db)).length >= MOST_THEMES) refuse("themes.too_many", { most: MOST_THEMES })
    const themeId = newId()
    await db
      .insertInto("themes")
      .values({
        organisation_id: actor.organisation,
        id: themeId,
        body_id: body.id,
        parent_id: parentId,
        name: await stillFree(name, { bodyId: body.id, parentId }, db),
        position: sql`(select coalesce(max(position), 0) + 1 from themes
          where body_id = ${body.id} and parent_id is not distinct from ${parentId}::uuid and ended_on is null)`,
        ended_on: null,
      })
      .execute()
    return themeAdded({ themeId, bodyId: body.id })
  },
})
