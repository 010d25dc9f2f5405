import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { may } from "../../kernel/command.ts"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { findBody } from "../bodies/contract.ts"
import { isGivenThing } from "../mandates/contract.ts"
import { makeList } from "./make.ts"
import { isListSeen } from "./seen.ts"

export type ListLine = {
  id: string
  name: string
  body_name: string
  ends_on: Temporal.PlainDate
  people: number
  /** Those whom nobody tried yet. */
  left: number
  /** To whom it is lent today. */
  lent_to: string[]
}

/** The lists of a body that one reads, and those one was given; over ones only when asked. */
export const listLists = read({
  name: "lists.list",
  input: z.object({
    bodyId: z.uuid().optional(),
    q: z.string().trim().max(200).optional(),
    when: z.enum(["open", "over"]).default("open"),
    limit: z.int().min(1).max(200).default(50),
    after: z.string().max(20).optional(),
  }),
  allow: isSignedIn,
  async run({ input, ...given }) {
    const { actor, db, now } = given
    const today = dayOf(now)
    const offset = Math.max(0, Number.parseInt(input.after ?? "0", 10) || 0)
    const { rows } = await sql<ListLine>`
      select l.id, l.name, b.name as body_name, l.ends_on, n.people, n.left,
             array(select distinct p.given_name || ' ' || p.family_name from grants g
                     join people p on (p.organisation_id, p.id) = (g.organisation_id, g.person_id)
                    where g.list_id = l.id and g.revoked_on is null and ${today}::date between g.since and g.until order by 1) as lent_to
        from lists l
        join bodies b on (b.organisation_id, b.id) = (l.organisation_id, l.body_id)
        cross join lateral (
          select count(*)::int as people, (count(*) filter (where x.outcome is null))::int as left
            from list_people x where (x.organisation_id, x.list_id) = (l.organisation_id, l.id)) n
       where ${isListSeen(actor.personId!, today)}
         and (${input.bodyId ?? null}::uuid is null or l.body_id = ${input.bodyId ?? null}
              or ${isGivenThing("list", sql`l.id`, actor.personId!, today)})
         and (${input.q ?? ""} = '' or position(f_unaccent(lower(${input.q ?? ""})) in f_unaccent(lower(l.name))) > 0)
         and (l.ends_on >= ${today}::date) = ${input.when === "open"}
       order by l.ends_on ${input.when === "open" ? sql`asc` : sql`desc`}, l.id
       limit ${input.limit + 1} offset ${offset}`.execute(db)
    const body = input.bodyId ? await findBody(input.bodyId, db) : undefined
    return {
      rows: rows.slice(0, input.limit),
      next: rows.length > input.limit ? String(offset + input.limit) : null,
      may: body ? await may(body, [makeList], given) : { "lists.make": false },
    }
  },
})
