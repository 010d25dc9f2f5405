import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { officeColumns, type OfficeLine } from "./list.ts"
import { isOfficeSeen, officeJoins } from "./store.ts"

/** Where somebody sits and sat outside, the last first, within what the reader sees. */
export const officesOfPerson = read({
  name: "offices.ofPerson",
  input: z.object({ personId: z.uuid() }),
  allow: isSignedIn,
  async run({ input: { personId }, actor, db, now }) {
    const today = dayOf(now)
    const { rows } = await sql<OfficeLine>`
      select ${officeColumns(actor.personId!, today)} from ${officeJoins}
       where o.person_id = ${personId} and ${isOfficeSeen(actor.personId!, today)}
       order by o.since desc, o.id limit 200`.execute(db)
    return { rows }
  },
})
