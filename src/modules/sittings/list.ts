import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { may } from "../../kernel/command.ts"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { findBody } from "../bodies/contract.ts"
import { recordSitting } from "./record.ts"
import { isSittingSeen } from "./seen.ts"

export type SittingLine = {
  id: string
  body_id: string
  title: string
  assembly: string
  starts: Temporal.PlainDateTime
  place: string | null
  items: number
  /** Items that nobody reads yet, and those without a position. */
  unread: number
  undecided: number
  ended_at: Temporal.Instant | null
}

/** Sittings that come, or those that were, of one body or of all one's own. */
export const listSittings = read({
  name: "sittings.list",
  input: z.object({
    bodyId: z.uuid().optional(),
    when: z.enum(["coming", "past"]).default("coming"),
    q: z.string().max(200).optional(),
    limit: z.int().min(1).max(200).default(50),
    after: z.string().max(20).optional(),
  }),
  allow: isSignedIn,
  async run({ input, ...given }) {
    const { actor, db, now } = given
    const today = dayOf(now)
    const isComing = input.when === "coming"
    const offset = Math.max(0, Number.parseInt(input.after ?? "0", 10) || 0)
    const { rows } = await sql<SittingLine>`
      select s.id, s.body_id, s.title, a.name as assembly, s.starts, s.place, s.ended_at, n.items, n.unread, n.undecided
        from sittings s
        join assemblies a on (a.organisation_id, a.id) = (s.organisation_id, s.assembly_id)
        cross join lateral (
          select count(*)::int as items, count(*) filter (where i.reader_id is null)::int as unread,
                 count(*) filter (where i.stance is null)::int as undecided
            from sitting_items i
           where (i.organisation_id, i.sitting_id) = (s.organisation_id, s.id) and i.removed_at is null) n
       where ${isSittingSeen(actor.personId!, today)}
         and (${input.bodyId ?? null}::uuid is null or s.body_id = ${input.bodyId ?? null})
         and (${input.q ?? ""} = '' or position(f_unaccent(lower(${input.q ?? ""})) in f_unaccent(lower(s.title || ' ' || a.name))) > 0)
         and (s.starts >= ${today}::date and s.ended_at is null) = ${isComing}
       order by ${isComing ? sql`s.starts` : sql`s.starts desc`}, s.id
       limit ${input.limit + 1} offset ${offset}`.execute(db)
    const body = input.bodyId ? await findBody(input.bodyId, db) : undefined
    return {
      rows: rows.slice(0, input.limit),
      next: rows.length > input.limit ? String(offset + input.limit) : null,
      may: body ? await may(body, [recordSitting], given) : { "sittings.record": false },
    }
  },
})
