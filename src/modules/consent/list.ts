import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { may } from "../../kernel/command.ts"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { findBody } from "../bodies/contract.ts"
import { type Moments, type Step, stepOf } from "./election.ts"
import { prepareElection } from "./prepare.ts"
import { isElectionSeen } from "./seen.ts"

type Line = {
  id: string
  what: string
  body_name: string
  step: Step
  /** Who is elected. */
  elected: string | null
  prepared_at: Temporal.Instant
  over_at: Temporal.Instant | null
}

/** The elections without candidate of a body, or those of everywhere that one may see, the last first. */
export const listElections = read({
  name: "consent.list",
  input: z.object({
    bodyId: z.uuid().optional(),
    q: z.string().trim().max(200).optional(),
    when: z.enum(["open", "over"]).optional(),
    limit: z.int().min(1).max(200).default(50),
    after: z.string().max(40).optional(),
  }),
  allow: isSignedIn,
  async run({ input: { bodyId, q, when, limit, after }, ...given }) {
    const { actor, db, now } = given
    const from = after && /^[0-9a-f-]{36}$/i.test(after) ? after : null
    const what = sql`coalesce(e.role, f.name_n)`
    const { rows } = await sql<Omit<Line, "step" | "over_at"> & Moments>`
      select e.id, ${what} as what, k.name as body_name, e.prepared_at, e.opened_at, e.revealed_at, e.changes_at, e.settled_at,
             e.proposal_id, e.elected_at, e.closed_at,
             case when e.elected_at is not null then p.given_name || ' ' || p.family_name end as elected
        from consent_elections e join bodies k on (k.organisation_id, k.id) = (e.organisation_id, e.body_id)
        left join functions f on (f.organisation_id, f.id) = (e.organisation_id, e.function_id)
        left join consent_proposals r on (r.organisation_id, r.id) = (e.organisation_id, e.proposal_id)
        left join people p on (p.organisation_id, p.id) = (r.organisation_id, r.person_id)
       where ${isElectionSeen(actor.personId!, dayOf(now))}
         and ${bodyId ? sql`e.body_id = ${bodyId}` : sql`true`}
         and ${q ? sql`position(f_unaccent(lower(${q})) in f_unaccent(lower(${what}))) > 0` : sql`true`}
         and ${when ? sql`(e.elected_at is not null or e.closed_at is not null) = ${when === "over"}` : sql`true`}
         and ${from ? sql`(e.prepared_at, e.id) < ((select prepared_at from consent_elections where id = ${from}), ${from}::uuid)` : sql`true`}
       order by e.prepared_at desc, e.id desc limit ${limit + 1}`.execute(db)
    const page = rows.slice(0, limit)
    const body = bodyId ? await findBody(bodyId, db) : undefined
    return {
      rows: page.map(({ id, what, body_name, elected, prepared_at, ...moments }): Line => {
        const over_at = moments.elected_at ?? moments.closed_at
        return { id, what, body_name, elected: elected?.trim() ?? null, prepared_at, over_at, step: stepOf(moments) }
      }),
      next: rows.length > limit ? page.at(-1)!.id : null,
      may: body ? await may(body, [prepareElection], given) : { "consent.prepare": false },
    }
  },
})
