import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { anyOf } from "../../../kernel/rule.ts"
import { findBodyEvenClosed } from "../../bodies/contract.ts"
import { holds, isOfBody } from "../rights.ts"
import { addAffiliation, changeAffiliation, endAffiliation } from "./name.ts"

export type AffiliationLine = { id: string; name: string; people: { id: string; name: string; since: string }[] }

/** The sensibilities of a body, each with who is of it today. */
export const listAffiliations = read({
  name: "affiliations.list",
  input: z.object({ bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBodyEvenClosed(bodyId, db),
  allow: anyOf<{ body_id: string }>(isOfBody, holds("bodies.manage"), holds("people.read")),
  async run({ subject: body, ...given }) {
    const today = dayOf(given.now)
    const { rows } = await sql<AffiliationLine>`
      select a.id, a.name,
             coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.given_name || ' ' || p.family_name, 'since', m.since)
                      order by p.folded collate "C") filter (where p.id is not null), '[]') as people
        from affiliations a
        left join affiliates m on (m.organisation_id, m.affiliation_id) = (a.organisation_id, a.id)
          and m.since <= ${today}::date and (m.until is null or m.until >= ${today}::date)
        left join people p on (p.organisation_id, p.id) = (m.organisation_id, m.person_id)
       where a.body_id = ${body.id} and a.ended_on is null
       group by a.id, a.name order by a.name, a.id`.execute(given.db)
    return {
      body: { id: body.id, name: body.name },
      affiliations: rows,
      may: await may(body, [addAffiliation, changeAffiliation, endAffiliation], given),
    }
  },
})
