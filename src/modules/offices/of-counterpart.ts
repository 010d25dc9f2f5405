import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { officeColumns, type OfficeLine } from "./list.ts"
import { isOfficeSeen, officeJoins } from "./store.ts"

/** Who of ours sits and sat in an organisation outside, those in office first, within what the reader sees. */
export const officesOfCounterpart = read({
  name: "offices.ofCounterpart",
  input: z.object({ counterpartId: z.uuid() }),
  allow: isSignedIn,
  async run({ input: { counterpartId }, actor, db, now }) {
    const today = dayOf(now)
    const { rows } = await sql<OfficeLine>`
      select ${officeColumns(actor.personId!, today)} from ${officeJoins}
       where i.outside_id = ${counterpartId} and ${isOfficeSeen(actor.personId!, today)}
       order by (o.until is not null and o.until < ${today}::date), p.folded collate "C", o.id limit 200`.execute(db)
    return { rows }
  },
})
