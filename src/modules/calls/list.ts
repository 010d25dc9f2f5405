import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { may } from "../../kernel/command.ts"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { findBody } from "../bodies/contract.ts"
import { type State, stateOf } from "./call.ts"
import { isCallSeen } from "./seen.ts"
import type { CallRow } from "./tables.ts"
import { writeCall } from "./write.ts"

type CallLine = Pick<CallRow, "id" | "title" | "seats" | "ends_at" | "closed_at"> & { what: string; state: State }

/** The calls of a body, or those of everywhere that one may see, the last first. */
export const listCalls = read({
  name: "calls.list",
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
    const { rows } = await sql<Omit<CallLine, "state"> & Pick<CallRow, "cancelled_at" | "published_at">>`
      select c.id, c.title, c.seats, c.ends_at, c.published_at, c.closed_at, c.cancelled_at, coalesce(c.outside, f.name_n) as what
        from calls c left join functions f on (f.organisation_id, f.id) = (c.organisation_id, c.function_id)
       where ${isCallSeen(actor.personId!, dayOf(now))}
         and ${bodyId ? sql`c.body_id = ${bodyId}` : sql`true`}
         and ${q ? sql`position(f_unaccent(lower(${q})) in f_unaccent(lower(c.title))) > 0` : sql`true`}
         and ${when ? sql`(c.closed_at is not null or c.cancelled_at is not null) = ${when === "over"}` : sql`true`}
         and ${from ? sql`(c.written_at, c.id) < ((select written_at from calls where id = ${from}), ${from}::uuid)` : sql`true`}
       order by c.written_at desc, c.id desc limit ${limit + 1}`.execute(db)
    const page = rows.slice(0, limit)
    const body = bodyId ? await findBody(bodyId, db) : undefined
    return {
      rows: page.map(({ published_at, cancelled_at, ...row }): CallLine => {
        return { ...row, state: stateOf({ ...row, published_at, cancelled_at }, now) }
      }),
      next: rows.length > limit ? page.at(-1)!.id : null,
      may: body ? await may(body, [writeCall], given) : { "calls.write": false },
    }
  },
})
