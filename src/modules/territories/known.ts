import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { bodiesWhere } from "../mandates/contract.ts"
import { isHere } from "./search.ts"
import { keepsPlaces } from "./official-file.ts"
import type { Level } from "./tables.ts"

type KnownLevel = {
  country: string
  level: Level
  count: number
  ended: number
  source: string
  vintage: Temporal.PlainDate
}

/** Which official files were read here: how many places, of which day; and for whom it is to read another one. */
export const knownTerritories = read({
  name: "territories.known",
  input: z.object({}),
  allow: isSignedIn,
  async run({ actor, db, now }) {
    const { rows: levels } = await sql<KnownLevel>`
      select country, level, (count(*) filter (where valid_to is null))::int as count,
             (count(*) filter (where valid_to is not null))::int as ended, max(vintage) as vintage,
             (array_agg(source order by vintage desc))[1] as source
        from territories where ${isHere(sql`territories`)} group by country, level
       order by country, array_position(array['region', 'department', 'province', 'arrondissement', 'municipality'], level)`.execute(
      db,
    )
    const { rows: contours } = await sql<{
      country: string
      level: Level
      count: number
      credit: string
      vintage: Temporal.PlainDate
    }>`
      select country, level, count(*)::int as count, max(vintage) as vintage, (array_agg(credit order by vintage desc))[1] as credit
        from contours where ${isHere(sql`contours`)} group by country, level order by country, count(*)`.execute(db)
    // The top of the tree that keeps the file, where the reader may.
    const { rows: tops } = await sql<{ id: string }>`
      select id from bodies where parent_id is null and closed_on is null
         and id in (${bodiesWhere("bodies.manage", actor.personId!, dayOf(now))}) order by created_at limit 1`.execute(
      db,
    )
    const keeps = await keepsPlaces(db)
    return { levels, contours, keeps, keeperId: keeps ? (tops[0]?.id ?? null) : null }
  },
})
