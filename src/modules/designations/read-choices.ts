import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { read } from "../../kernel/read.ts"
import { listClosedCalls } from "../calls/contract.ts"
import { listClosedElections } from "../votes/contract.ts"
import { findDesignation, prepares } from "./seen.ts"

/** What a designation may be filled from: closed calls and votes of its body, and the sensibilities with how many are of each. */
export const readChoices = read({
  name: "designations.choices",
  input: z.object({ designationId: z.uuid() }),
  find: ({ designationId }, given) => findDesignation(designationId, given),
  allow: prepares,
  async run({ subject: { body_id }, ...given }) {
    const { rows: components } = await sql<{ name: string; members: number }>`
      select a.name, (select count(*)::int from affiliates t
               where (t.organisation_id, t.affiliation_id) = (a.organisation_id, a.id)
                 and t.since <= ${dayOf(given.now)}::date and (t.until is null or t.until >= ${dayOf(given.now)}::date)) as members
        from affiliations a where a.body_id = ${body_id} and a.ended_on is null order by 2 desc, a.name limit 60`.execute(
      given.db,
    )
    return {
      calls: await listClosedCalls(body_id, given),
      votes: await listClosedElections(body_id, given),
      components,
    }
  },
})
