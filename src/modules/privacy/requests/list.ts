import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { read } from "../../../kernel/read.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { bodiesWhere } from "../../mandates/contract.ts"
import type { RequestKind } from "../tables.ts"

export type RequestLine = {
  id: string
  person_id: string
  name: string
  body_name: string
  kind: RequestKind
  words: string | null
  received_on: Temporal.PlainDate
  due: Temporal.PlainDate
  extended_reason: string | null
  state: "open" | "answered" | "declined"
  closed_on: Temporal.PlainDate | null
  answer: string | null
  may_close: boolean
}

/** Requests to the bodies one answers for, or of one person, or one's own: what is open first, the nearest day first. */
export const listRequests = read({
  name: "privacy.requests",
  input: z.object({ personId: z.uuid().optional(), bodyId: z.uuid().optional() }),
  allow: isSignedIn,
  async run({ input: { personId, bodyId }, actor, db, now }) {
    const theirs = bodiesWhere("privacy.manage", actor.personId!, dayOf(now))
    const { rows } = await sql<RequestLine>`
      select r.id, r.person_id, p.given_name || ' ' || p.family_name as name, b.name as body_name, r.kind, r.words, r.received_on,
             r.due, r.extended_reason, r.state, r.closed_on, r.answer, r.body_id in (${theirs}) as may_close
        from privacy_requests r
        join people p on (p.organisation_id, p.id) = (r.organisation_id, r.person_id)
        join bodies b on (b.organisation_id, b.id) = (r.organisation_id, r.body_id)
       where (r.person_id = ${actor.personId} or r.body_id in (${theirs}))
         and (${personId ?? null}::uuid is null or r.person_id = ${personId ?? null})
         and (${bodyId ?? null}::uuid is null or r.body_id = ${bodyId ?? null})
       order by r.state = 'open' desc, case when r.state = 'open' then r.due end, r.closed_on desc, r.id
       limit 200`.execute(db)
    return { rows }
  },
})
