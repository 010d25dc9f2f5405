import { sql } from "kysely"
import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { event } from "../../kernel/event.ts"
import { invalid } from "../../kernel/refusal.ts"
import { findBodyToClose } from "../bodies/contract.ts"
import { holds } from "../mandates/contract.ts"
import { currentPlaces, placeId } from "./current.ts"

export const territoryGiven = event<{ bodyId: string; territories: string[] }>()("territories.given")

/** Where a body is at home: one place, or several for a chapter of more than one commune. A code that is no more becomes its successor. */
export const giveTerritory = command({
  name: "territories.give",
  input: z.object({
    bodyId: z.uuid(),
    territories: z.array(placeId()).max(100),
  }),
  find: ({ bodyId }, { db }) => findBodyToClose(bodyId, db),
  allow: holds("bodies.manage"),
  async run({ input: { territories }, subject: { id }, db }) {
    const chosen = (await currentPlaces(territories, db)) ?? invalid(["territories"], "unknown_territory")
    await sql`delete from body_territories where body_id = ${id}`.execute(db)
    await sql`
      insert into body_territories (organisation_id, body_id, country, level, code)
      select current_org(), ${id}, split_part(x, '/', 1), split_part(x, '/', 2), split_part(x, '/', 3)
        from unnest(${chosen}::text[]) as x`.execute(db)
    return territoryGiven({ bodyId: id, territories: chosen })
  },
})
