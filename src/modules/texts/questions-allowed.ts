import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { questionsRuleOf } from "../sittings/contract.ts"
import { isTextSeen, type Text } from "./seen.ts"

type Asked = Pick<Text, "kind" | "author_id"> & { sitting_id: string | null }

/** How many oral questions its author may ask in that sitting and has written for it, this one included; null where no rule says it. */
export const questionsAllowed = async ({ kind, author_id, sitting_id }: Asked, given: Circumstances) => {
  if ((kind !== "oral_question" && kind !== "topical_question") || !sitting_id || !author_id) return null
  const rule = await questionsRuleOf(sitting_id, given)
  if (typeof rule?.value !== "number") return null
  const { actor, db, now } = given
  const { rows } = await sql<{ written: number }>`
    select count(*)::int as written from texts w
      left join sitting_items i on (i.organisation_id, i.id) = (w.organisation_id, w.sitting_item_id)
     where w.author_id = ${author_id} and w.kind in ('oral_question', 'topical_question')
       and coalesce(i.sitting_id, w.sitting_id) = ${sitting_id}
       and w.state not in ('dropped', 'withdrawn', 'inadmissible') and ${isTextSeen(actor.personId!, dayOf(now))}`.execute(
    db,
  )
  return { max: rule.value, written: rows[0]!.written, article: rule.legal_basis }
}
