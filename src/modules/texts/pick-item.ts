import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { isSittingSeen } from "../sittings/contract.ts"

/** Items of sittings to write a text for, those to come first; found by their number, title or sitting. */
export const pickSittingItem = read({
  name: "texts.pickItem",
  input: z.object({
    bodyId: z.uuid(),
    q: z.string().max(200).optional(),
    itemId: z.uuid().optional(),
    limit: z.int().min(1).max(50).default(10),
  }),
  allow: isSignedIn,
  async run({ input: { bodyId, q = "", itemId, limit }, actor, db, now }) {
    const today = dayOf(now)
    const { rows } = await sql<{ id: string; number: string | null; title: string; sitting_title: string }>`
      select i.id, i.number, i.title, s.title as sitting_title
        from sittings s join sitting_items i on (i.organisation_id, i.sitting_id) = (s.organisation_id, s.id)
       where s.body_id = ${bodyId} and i.removed_at is null and ${isSittingSeen(actor.personId!, today)}
         and ${itemId ? sql`i.id = ${itemId}` : sql`s.starts >= ${today.subtract({ days: 30 })}::date`}
         and (${q} = '' or position(f_unaccent(lower(${q})) in f_unaccent(lower(coalesce(i.number, '') || ' ' || i.title || ' ' || s.title))) > 0)
       order by s.starts < ${today}::date, s.starts, i.place limit ${limit}`.execute(db)
    return { rows }
  },
})
