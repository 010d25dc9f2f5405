import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { Outcome, Stance } from "../kinds.ts"
import { isSittingSeen } from "../seen.ts"

export type RelatedItem = {
  id: string
  sitting_id: string
  title: string
  number: string | null
  sitting_title: string
  starts: Temporal.PlainDateTime
  stance: Stance | null
  outcome: Outcome | null
  /** Why it is shown: of the same matter, or by the words of its title. */
  same_matter: boolean
}

// Among the last of them: what was said of a subject ten years ago is found by searching.
const AMONG = 3000

/** Earlier items that this one is likely about: what we said then, and what became of it. */
export const relatedTo = async (
  item: { id: string; title: string; matter_id: string | null; body_id: string; starts: Temporal.PlainDateTime },
  { actor, db, now }: Circumstances,
): Promise<RelatedItem[]> => {
  const { rows } = await sql<RelatedItem>`
    with wanted as materialized (select tsvector_to_array(fr_words(${item.title})) as words),
    past as materialized (
      select i.id, i.sitting_id, i.title, i.number, i.stance, i.outcome, i.matter_id, s.title as sitting_title, s.starts
        from sittings s join sitting_items i on (i.organisation_id, i.sitting_id) = (s.organisation_id, s.id)
       where s.body_id = ${item.body_id} and s.starts < ${item.starts} and i.removed_at is null and i.id <> ${item.id}
         and ${isSittingSeen(actor.personId!, dayOf(now))}
       order by s.starts desc limit ${AMONG})
    select p.id, p.sitting_id, p.title, p.number, p.sitting_title, p.starts, p.stance, p.outcome,
           coalesce(p.matter_id = ${item.matter_id}::uuid, false) as same_matter
      from past p, wanted w,
           lateral (select count(*)::int as common from unnest(tsvector_to_array(fr_words(p.title))) as word
                     where length(word) > 3 and word = any(w.words)) n
     where p.matter_id = ${item.matter_id}::uuid or n.common >= 2
     order by same_matter desc, n.common desc, p.starts desc limit 5`.execute(db)
  return rows
}
