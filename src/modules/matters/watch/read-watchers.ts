import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { read } from "../../../kernel/read.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { isPersonSeen } from "../../mandates/contract.ts"
import { findSeenMatter } from "../read-matter.ts"
import type { Pace } from "./paces.ts"
import { paceOf, watching } from "./watching.ts"

/** How often the reader is told of a matter, and who else is: by name those whom the reader sees, the others by their number. */
export const readWatchers = read({
  name: "matters.watchers",
  input: z.object({ matterId: z.uuid() }),
  find: ({ matterId }, given) => findSeenMatter(matterId, given),
  allow: isSignedIn,
  async run({ input: { matterId }, actor, db, now }) {
    const { rows } = await sql<{ person_id: string; name: string; pace: Pace; seen: boolean }>`
      select w.person_id, p.given_name || ' ' || p.family_name as name, ${paceOf} as pace,
             ${isPersonSeen(sql`p.id`, actor.personId!, dayOf(now))} as seen
        from (${watching(sql`x.id = ${matterId}`)}) as w join people p on (p.organisation_id, p.id) = (w.organisation_id, w.person_id)
       where p.erased_on is null order by p.folded, p.id`.execute(db)
    const others = rows.filter(({ person_id, pace }) => person_id !== actor.personId && pace !== "never")
    return {
      mine: rows.find(({ person_id }) => person_id === actor.personId)?.pace ?? "never",
      names: others.filter(({ seen }) => seen).map(({ name }) => name),
      unnamed: others.filter(({ seen }) => !seen).length,
    }
  },
})
