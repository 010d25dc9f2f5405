import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { may } from "../../kernel/command.ts"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { findBody } from "../bodies/contract.ts"
import { type State, stateOf } from "./ballot.ts"
import { prepareBallot } from "./prepare.ts"
import { isBallotSeen } from "./seen.ts"
import type { BallotRow } from "./tables.ts"

export type BallotLine = Pick<
  BallotRow,
  "id" | "title" | "on_day" | "opened_at" | "closed_at" | "ends_at" | "manner"
> & {
  body_name: string
  state: State
}

/** The votes of a body, or those of everywhere that one may see, the last first. */
export const listBallots = read({
  name: "votes.list",
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
    const { rows } = await sql<Omit<BallotLine, "state"> & Pick<BallotRow, "cancelled_at">>`
      select b.id, b.title, b.on_day, b.opened_at, b.closed_at, b.cancelled_at, b.ends_at, b.manner, k.name as body_name
        from ballots b join bodies k on (k.organisation_id, k.id) = (b.organisation_id, b.body_id)
       where ${isBallotSeen(actor.personId!, dayOf(now))}
         and ${bodyId ? sql`b.body_id = ${bodyId}` : sql`true`}
         and ${q ? sql`position(f_unaccent(lower(${q})) in f_unaccent(lower(b.title))) > 0` : sql`true`}
         and ${when ? sql`(b.closed_at is not null or b.cancelled_at is not null) = ${when === "over"}` : sql`true`}
         and ${from ? sql`(b.prepared_at, b.id) < ((select prepared_at from ballots where id = ${from}), ${from}::uuid)` : sql`true`}
       order by b.prepared_at desc, b.id desc limit ${limit + 1}`.execute(db)
    const page = rows.slice(0, limit)
    const body = bodyId ? await findBody(bodyId, db) : undefined
    return {
      rows: page.map((row): BallotLine => ({ ...row, state: stateOf(row, now) })),
      next: rows.length > limit ? page.at(-1)!.id : null,
      may: body ? await may(body, [prepareBallot], given) : { "votes.prepare": false },
    }
  },
})
