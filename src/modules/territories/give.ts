import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { event } from "../../kernel/event.ts"
import { invalid } from "../../kernel/refusal.ts"
import { findBodyToClose } from "../bodies/contract.ts"
import { holds } from "../mandates/contract.ts"

export const territoryGiven = event<{ bodyId: string; territories: string[] }>()("territories.given")

/** Where a body is at home: one place, or several for a chapter of more than one commune. A code that is no more becomes its successor. */
export const giveTerritory = command({
  name: "territories.give",
  input: z.object({
    bodyId: z.uuid(),
    territories: z.array(z.string().regex(/^[A-Z]{2}\/[a-z]+\/[0-9A-Z]{1,6}$/, "invalid_value")).max(100),
  }),
  find: ({ bodyId }, { db }) => findBodyToClose(bodyId, db),
  allow: holds("bodies.manage"),
  async run({ input: { territories }, subject: { id }, db }) {
    const { rows } = await sql<{ id: string; now: string }>`
      select country || '/' || level || '/' || code as id, country || '/' || level || '/' || coalesce(became, code) as now
        from territories where country || '/' || level || '/' || code = any(${territories})
         and (country, level, code) in (select split_part(x, '/', 1), split_part(x, '/', 2), split_part(x, '/', 3)
                                          from unnest(${territories}::text[]) as x)`.execute(db)
    if (rows.length < new Set(territories).size) invalid(["territories"], "unknown_territory")
    const chosen = [...new Set(rows.map(({ now }) => now))]
    await sql`delete from body_territories where body_id = ${id}`.execute(db)
    await sql`
      insert into body_territories (organisation_id, body_id, country, level, code)
      select current_org(), ${id}, split_part(x, '/', 1), split_part(x, '/', 2), split_part(x, '/', 3)
        from unnest(${chosen}::text[]) as x`.execute(db)
    return territoryGiven({ bodyId: id, territories: chosen })
  },
})
