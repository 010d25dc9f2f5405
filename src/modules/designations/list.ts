import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { may } from "../../kernel/command.ts"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { findBody } from "../bodies/contract.ts"
import { nameOf, type Role } from "../offices/contract.ts"
import { type Moments, seatsOf, type Step, stepOf } from "./designation.ts"
import { prepareDesignation } from "./prepare.ts"
import { isDesignationSeen } from "./seen.ts"

type Line = {
  id: string
  institution: string
  body_name: string
  role: Role
  title: string | null
  country: string
  since: Temporal.PlainDate
  step: Step
  /** Ours; null while they hang on equals. */
  ours: number | null
  people: number
}

/** The designations of a body, or those of everywhere that one may see, the last first. */
export const listDesignations = read({
  name: "designations.list",
  input: z.object({
    bodyId: z.uuid().optional(),
    q: z.string().trim().max(200).optional(),
    when: z.enum(["open", "done", "abandoned"]).optional(),
    limit: z.int().min(1).max(200).default(50),
    after: z.string().max(40).optional(),
  }),
  allow: isSignedIn,
  async run({ input: { bodyId, q, when, limit, after }, ...given }) {
    const { actor, db, now } = given
    const from = after && /^[0-9a-f-]{36}$/i.test(after) ? after : null
    const state = sql`case when d.abandoned_at is not null then 'abandoned' when d.designated_at is not null then 'done' else 'open' end`
    const { rows } = await sql<Omit<Line, "step" | "ours"> & Moments>`
      select d.id, ${nameOf("i")} as institution, k.name as body_name, k.country, d.role, d.title, d.since, d.seats, d.groups_key,
             d.groups_settled, d.components_key, d.components_settled, d.given_seats, d.decided_at, d.designated_at, d.abandoned_at,
             (select count(*)::int from designation_people s where (s.organisation_id, s.designation_id) = (d.organisation_id, d.id)) as people
        from designations d
        join bodies k on (k.organisation_id, k.id) = (d.organisation_id, d.body_id)
        join institutions i on (i.organisation_id, i.id) = (d.organisation_id, d.institution_id)
       where ${isDesignationSeen(actor.personId!, dayOf(now))}
         and ${bodyId ? sql`d.body_id = ${bodyId}` : sql`true`}
         and ${q ? sql`position(f_unaccent(lower(${q})) in f_unaccent(lower(${nameOf("i")}))) > 0` : sql`true`}
         and ${when ? sql`${state} = ${when}` : sql`true`}
         and ${from ? sql`(d.prepared_at, d.id) < ((select prepared_at from designations where id = ${from}), ${from}::uuid)` : sql`true`}
       order by d.prepared_at desc, d.id desc limit ${limit + 1}`.execute(db)
    const page = rows.slice(0, limit)
    const body = bodyId ? await findBody(bodyId, db) : undefined
    return {
      rows: page.map(({ id, institution, body_name, country, role, title, since, people, ...rest }): Line => {
        const step = stepOf({ ...rest, people })
        return { id, institution, body_name, country, role, title, since, people, step, ours: seatsOf(rest).ours }
      }),
      next: rows.length > limit ? page.at(-1)!.id : null,
      may: body ? await may(body, [prepareDesignation], given) : { "designations.prepare": false },
    }
  },
})
