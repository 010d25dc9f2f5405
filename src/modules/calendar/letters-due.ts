import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { isIncomingSeen } from "../letters/contract.ts"
import { bodiesWhere } from "../mandates/contract.ts"
import { isTextSeen } from "../texts/contract.ts"
import type { Entry, Span } from "./entries.ts"
import { bare } from "./outside.ts"

type Line = Pick<Entry, "id" | "day" | "title" | "body_id" | "body_name"> & { way: "in" | "out" }

/**
 * The days by which letters that came are to be answered, for whoever has them and who keeps the register; and those by which ours are,
 * where whom they went to does not stand in the file: else the exchange says it.
 */
export const letterDaysBetween = async (
  { from, to, bodyId }: Span,
  { actor, db, now }: Circumstances,
): Promise<Entry[]> => {
  const [me, today] = [actor.personId!, dayOf(now)]
  const { rows } = await sql<Line>`
    select n.id, n.answer_due as day, n.about as title, n.body_id, b.name as body_name, 'in' as way
      from incoming_letters n join bodies b on (b.organisation_id, b.id) = (n.organisation_id, n.body_id)
     where n.answer_due between ${from}::date and ${to}::date and n.settled_on is null
       and ${bodyId ? sql`n.body_id = ${bodyId}` : sql`true`}
       and (n.given_to = ${me} or n.body_id in (${bodiesWhere("texts.manage", me, today)})) and ${isIncomingSeen(me, today)}
    union all
    select w.id, l.answer_due, w.title, w.body_id, b.name, 'out'
      from letters l
      join texts w on (w.organisation_id, w.id) = (l.organisation_id, l.text_id)
      join bodies b on (b.organisation_id, b.id) = (w.organisation_id, w.body_id)
     where l.answer_due between ${from}::date and ${to}::date and l.answered_on is null and l.exchange_id is null
       and w.state = 'sent' and ${bodyId ? sql`w.body_id = ${bodyId}` : sql`true`}
       and (${me} in (w.author_id, w.written_by) or w.body_id in (${bodiesWhere("texts.manage", me, today)}))
       and ${isTextSeen(me, today)}
     limit 500`.execute(db)
  return rows.map(({ way, ...row }): Entry =>
    way === "in"
      ? { ...bare, ...row, kind: "letter", state: "open", at: `/courrier/arrivees/${row.id}` }
      : { ...bare, ...row, kind: "answer", state: "waiting", at: `/textes/${row.id}` },
  )
}
