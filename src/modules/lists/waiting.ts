import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import type { Waiting } from "../../kernel/waiting.ts"
import { isGivenThing } from "../mandates/contract.ts"

/** The lists somebody was given, until everybody on them was tried. */
export const waiting = async ({ actor, db, now }: Circumstances): Promise<Waiting[]> => {
  if (!actor.personId) return []
  const today = dayOf(now)
  const { rows } = await sql<{ id: string; body_id: string; name: string; ends_on: Temporal.PlainDate; left: number }>`
    select l.id, l.body_id, l.name, l.ends_on, n.left from lists l
      cross join lateral (
        select count(*)::int as left from list_people x
         where (x.organisation_id, x.list_id) = (l.organisation_id, l.id) and x.outcome is null) n
     where l.ends_on >= ${today}::date and n.left > 0
       and ${isGivenThing("list", sql`l.id`, actor.personId, today, "people.read")}
     order by l.ends_on, l.id limit 20`.execute(db)
  return rows.map(({ id, body_id, name, ends_on, left }) => ({
    key: "lists.waiting",
    act: "lists.waiting.act",
    facts: { name, left },
    at: `/listes/${id}`,
    body_id,
    due: ends_on,
  }))
}
