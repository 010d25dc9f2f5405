import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { ids } from "../../../kernel/input.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { themesOrdered } from "../events.ts"

/** The order in which the sheet asks and the grid shows. One added meanwhile stays where it was: at the end. */
export const orderThemes = command({
  name: "skills.orderThemes",
  input: z.object({ bodyId: z.uuid(), themeIds: ids(100) }),
  find: async ({ bodyId }, { db }) => {
    await db.selectFrom("bodies").select("id").where("id", "=", bodyId).forUpdate().executeTakeFirst()
    return findBody(bodyId, db)
  },
  allow: holds("people.manage"),
  async run({ input: { themeIds }, subject: body, db }) {
    await sql`
      update skill_themes t set position = o.place
        from (select id, row_number() over (order by array_position(${[...themeIds]}::uuid[], id), position, id) as place
                from skill_themes where body_id = ${body.id}) o
       where t.id = o.id and t.body_id = ${body.id}`.execute(db)
    return themesOrdered({ bodyId: body.id })
  },
})
