import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { read } from "../../../kernel/read.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { bodiesWhere } from "../../mandates/contract.ts"

export type DueLine = {
  person_id: string
  name: string
  body_name: string
  last_link: Temporal.PlainDate
  due: Temporal.PlainDate
  kept_until: Temporal.PlainDate | null
  kept_reason: string | null
}

/** Who is to be forgotten and when, in the bodies one answers for; kept ones last. */
export const listErasures = read({
  name: "privacy.erasures",
  input: z.object({ bodyId: z.uuid().optional() }),
  allow: isSignedIn,
  async run({ input: { bodyId }, actor, db, now }) {
    const { rows } = await sql<DueLine>`
      select e.person_id, p.given_name || ' ' || p.family_name as name, b.name as body_name, e.last_link, e.due, e.kept_until,
             e.kept_reason
        from erasures_due e
        join people p on (p.organisation_id, p.id) = (e.organisation_id, e.person_id)
        join bodies b on (b.organisation_id, b.id) = (e.organisation_id, e.body_id)
       where e.body_id in (${bodiesWhere("privacy.manage", actor.personId!, dayOf(now))})
         and (${bodyId ?? null}::uuid is null or e.body_id = ${bodyId ?? null})
       order by e.kept_until is not null, e.due, p.folded collate "C" limit 200`.execute(db)
    return { rows }
  },
})
