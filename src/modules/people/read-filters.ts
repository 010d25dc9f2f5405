import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { permits } from "../../kernel/command.ts"
import { read } from "../../kernel/read.ts"
import { anyOf } from "../../kernel/rule.ts"
import { findBodyEvenClosed } from "../bodies/contract.ts"
import { holds, isOfBody } from "../mandates/contract.ts"
import { placesOf } from "./territory.ts"

/** By what the list of people of a body can be narrowed: the functions somebody holds there today, and its sensibilities. */
export const readFilters = read({
  name: "people.filters",
  input: z.object({ bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBodyEvenClosed(bodyId, db),
  allow: anyOf<{ body_id: string }>(isOfBody, holds("people.read")),
  async run({ subject: body, input: _, ...given }) {
    const { db, now } = given
    const today = dayOf(now)
    const { rows: functions } = await sql<{ key: string; name: string }>`
      select f.key, f.name_n as name from functions f
       where f.body_id = ${body.id} and f.ended_on is null
         and exists (select from mandates m where m.function_id = f.id and m.since <= ${today}::date
                       and (m.until is null or m.until >= ${today}::date))
       order by f.name_n, f.id`.execute(db)
    const { rows: affiliations } = await sql<{ id: string; name: string }>`
      select id, name from affiliations where body_id = ${body.id} and ended_on is null order by name, id`.execute(db)
    // Where people live, and how they stand, is for who reads their file.
    const reads = await permits({ name: "people.filters", allow: holds("people.read") }, body, given)
    return { functions, affiliations, places: reads ? await placesOf(body.id, db) : [], dues: reads }
  },
})
