import { sql } from "kysely"
import { z } from "zod"
import { may } from "../../kernel/command.ts"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { findBodyEvenClosed } from "../bodies/contract.ts"
import { giveTerritory } from "./give.ts"
import { isHere, type Place } from "./search.ts"

/** Where a body is at home, each place with the file that says so and the day it speaks of. */
export const territoriesOfBody = read({
  name: "territories.ofBody",
  input: z.object({ bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBodyEvenClosed(bodyId, db),
  allow: isSignedIn,
  async run({ subject: body, ...given }) {
    const { rows } = await sql<
      Place & { source: string; vintage: Temporal.PlainDate; ended: Temporal.PlainDate | null; became: string | null }
    >`
      select t.country || '/' || t.level || '/' || t.code as id, t.country, t.level, t.code, t.name, u.name as parent, t.postcodes,
             null as was, t.source, t.vintage, t.valid_to as ended, n.name as became
        from body_territories b
        join territories t on (t.country, t.level, t.code) = (b.country, b.level, b.code)
        left join territories u on u.country = t.country and u.level = t.parent_level and u.code = t.parent_code
        left join territories n on (n.country, n.level, n.code) = (t.country, t.level, t.became)
       where b.body_id = ${body.id} order by t.folded, t.code`.execute(given.db)
    const { rows: any } = await sql<{
      any: boolean
    }>`select exists (select from territories where ${isHere(sql`territories`)}) as any`.execute(given.db)
    return {
      rows,
      /** Whether an official file was ever read here: else there is nothing to choose from. */
      known: any[0]!.any,
      may: body.closed_on ? { "territories.give": false } : await may(body, [giveTerritory], given),
    }
  },
})
