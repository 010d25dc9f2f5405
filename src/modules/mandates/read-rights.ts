import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { format } from "../../kernel/words/words.ts"
import { reasonWords } from "./reason-words.ts"
import { bodiesOf, bodiesWhere, reasons } from "./rights.ts"

/** Everything a person may do today, body by body, each with where it comes from, in words. */
export const readRights = read({
  name: "mandates.rights",
  input: z.object({ personId: z.uuid() }),
  async find({ personId }, { actor, db, now }) {
    if (!actor.personId) return undefined
    const places = sql`(select body_id from memberships where person_id = ${personId}
      union select body_id from mandates where person_id = ${personId} union select body_id from grants where person_id = ${personId})`
    const { rows } = await sql<{ id: string; name: string }>`
      select id, given_name || ' ' || family_name as name from people
       where id = ${personId} and (id = ${actor.personId} or exists (select from ${places} as places
         where body_id in (${bodiesOf(actor.personId, dayOf(now))}) or body_id in (${bodiesWhere("people.read", actor.personId, dayOf(now))})))`.execute(
      db,
    )
    return rows[0]
  },
  allow: isSignedIn,
  async run({ subject: { id, name }, actor, db, now }) {
    const on = dayOf(now)
    const all = await reasons({ personId: id, on }, db)
    const groups = [...Map.groupBy(all, ({ body_id }) => body_id)].map(([body_id, held]) => ({
      body_id,
      body_name: held[0]!.body_name,
      rows: [...Map.groupBy(held, ({ capability }) => capability)].map(([capability, why]) => ({
        capability,
        may: format(actor.language, `capability.${capability}`),
        why: why.map((one) => reasonWords(actor.language, one)),
      })),
    }))
    return { id, name, on, groups }
  },
})
