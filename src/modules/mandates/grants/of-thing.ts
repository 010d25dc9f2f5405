import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { findBodyEvenClosed } from "../../bodies/contract.ts"
import { anyOf } from "../../../kernel/rule.ts"
import { holds, isOfBody } from "../rights.ts"
import { giveGrant } from "./give.ts"
import { allThings, columnOf, type Thing, type things } from "./things.ts"

export type ThingGrant = {
  id: string
  person_id: string
  name: string
  capability: (typeof things)[Thing][number]
  until: Temporal.PlainDate
  reason: string
  given_by: string
}

/** Whom one thing of a body is given to today, beside those who see it anyway. */
export const grantsOfThing = read({
  name: "mandates.ofThing",
  input: z.object({ thing: z.enum(allThings), id: z.uuid(), bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBodyEvenClosed(bodyId, db),
  allow: anyOf(isOfBody, holds("mandates.manage")),
  async run({ input: { thing, id }, subject: body, ...given }) {
    const { rows } = await sql<ThingGrant>`
      select g.id, g.person_id, p.given_name || ' ' || p.family_name as name, g.capability, g.until, g.reason,
             by.given_name || ' ' || by.family_name as given_by
        from grants g
        join people p on (p.organisation_id, p.id) = (g.organisation_id, g.person_id)
        join people by on (by.organisation_id, by.id) = (g.organisation_id, g.granted_by)
       where ${columnOf(thing)} = ${id} and g.body_id = ${body.id} and g.revoked_on is null and g.until >= ${dayOf(given.now)}::date
       order by p.folded collate "C", g.id limit 200`.execute(given.db)
    return { rows, may: await may(body, [giveGrant], given) }
  },
})
