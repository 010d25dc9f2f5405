import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { findBody } from "../../bodies/contract.ts"
import { bodiesOf, bodiesWhere } from "../../mandates/contract.ts"
import { prepareOperation } from "./prepare-operation.ts"

/** The voting operations of a body, the last first. */
export const listOperations = read({
  name: "votes.operations",
  input: z.object({
    bodyId: z.uuid(),
    limit: z.int().min(1).max(200).default(20),
    after: z.string().max(40).optional(),
  }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: isSignedIn,
  async run({ input: { bodyId, limit, after }, subject: body, ...given }) {
    const { actor, db, now } = given
    const [me, on] = [actor.personId!, dayOf(now)]
    const from = after && /^[0-9a-f-]{36}$/i.test(after) ? after : null
    const { rows } = await sql<{
      id: string
      title: string
      on_day: Temporal.PlainDate
      votes: number
      counted: number
    }>`
      select o.id, o.title, o.on_day, count(b.id)::int as votes, count(b.closed_at)::int as counted
        from voting_operations o
        left join ballots b on (b.organisation_id, b.operation_id) = (o.organisation_id, o.id) and b.cancelled_at is null
       where o.body_id = ${bodyId}
         and (o.body_id in (${bodiesWhere("decisions.manage", me, on)}) or o.body_id in (${bodiesOf(me, on)}))
         and ${from ? sql`(o.prepared_at, o.id) < ((select prepared_at from voting_operations where id = ${from}), ${from}::uuid)` : sql`true`}
       group by o.organisation_id, o.id order by o.prepared_at desc, o.id desc limit ${limit + 1}`.execute(db)
    const page = rows.slice(0, limit)
    return {
      rows: page,
      next: rows.length > limit ? page.at(-1)!.id : null,
      may: await may(body, [prepareOperation], given),
    }
  },
})
