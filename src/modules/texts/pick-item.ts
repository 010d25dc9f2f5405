import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { isSittingSeen } from "../sittings/contract.ts"

type Found = {
  /** Of the item; of the sitting itself where it is one. */
  id: string
  number: string | null
  title: string
  sitting_title: string
  is_sitting: boolean
}

/** Items of sittings to write a text for, those to come first; found by their number, title or sitting. With the sittings themselves where asked: not all that is lodged is for an item of theirs. */
export const pickSittingItem = read({
  name: "texts.pickItem",
  input: z.object({
    bodyId: z.uuid(),
    q: z.string().max(200).optional(),
    itemId: z.uuid().optional(),
    sittingId: z.uuid().optional(),
    also: z.enum(["sittings"]).optional(),
    limit: z.int().min(1).max(50).default(10),
  }),
  allow: isSignedIn,
  async run({ input: { bodyId, q = "", itemId, sittingId, also, limit }, actor, db, now }) {
    const today = dayOf(now)
    const one = itemId ?? sittingId
    const { rows } = await sql<Found>`
      select c.id, c.number, c.title, s.title as sitting_title, c.is_sitting
        from sittings s
        join assemblies a on (a.organisation_id, a.id) = (s.organisation_id, s.assembly_id)
        cross join lateral (
          select i.id, i.number, i.title, false as is_sitting, i.place from sitting_items i
           where (i.organisation_id, i.sitting_id) = (s.organisation_id, s.id) and i.removed_at is null
          union all select s.id, null, s.title || ', ' || a.name, true, -1 where ${also === "sittings" || sittingId !== undefined}) c
       where s.body_id = ${bodyId} and ${isSittingSeen(actor.personId!, today)}
         and ${one ? sql`c.id = ${one}` : sql`s.starts >= ${today.subtract({ days: 30 })}::date`}
         and (${q} = '' or position(f_unaccent(lower(${q})) in f_unaccent(lower(coalesce(c.number, '') || ' ' || c.title || ' ' || s.title))) > 0)
       order by s.starts < ${today}::date, s.starts, c.place limit ${limit}`.execute(db)
    return { rows }
  },
})
