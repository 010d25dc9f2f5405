import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import type { Waiting } from "../../kernel/waiting.ts"
import { bodiesWhere } from "../mandates/contract.ts"
import { isTextSeen } from "../texts/contract.ts"

type Line = {
  id: string
  body_id: string
  title: string
  other: string
  due: Temporal.PlainDate | null
  what: "answer" | "share" | "late"
}

/**
 * Letters that came and were given to somebody; those nobody was given, for who keeps the register; and those of ours whose answer
 * is due and whose addressee does not stand in the file, which reminds by itself of the others.
 */
export const waiting = async ({ actor, db, now }: Circumstances): Promise<Waiting[]> => {
  const [me, today] = [actor.personId!, dayOf(now)]
  const { rows } = await sql<Line>`
    select n.id, n.body_id, n.about as title, n.sender as other, n.answer_due as due, 'answer' as what
      from incoming_letters n where n.given_to = ${me} and n.settled_on is null
    union all
    select n.id, n.body_id, n.about, n.sender, n.answer_due, 'share' from incoming_letters n
     where n.given_to is null and n.settled_on is null and not n.confidential
       and n.body_id in (${bodiesWhere("texts.manage", me, today)}) and n.body_id in (${bodiesWhere("texts.write", me, today)})
    union all
    select w.id, w.body_id, w.title, '', l.answer_due, 'late'
      from letters l join texts w on (w.organisation_id, w.id) = (l.organisation_id, l.text_id)
     where l.answer_due <= ${today}::date and l.answered_on is null and l.exchange_id is null and w.state = 'sent'
       and ${me} in (w.author_id, w.written_by) and ${isTextSeen(me, today)}
     limit 500`.execute(db)
  return rows.map(({ id, body_id, title, other, due, what }) => ({
    key: `letters.waiting.${what}`,
    act: `letters.waiting.${what}.act`,
    facts: { title, other },
    at: what === "late" ? `/textes/${id}` : `/courrier/arrivees/${id}`,
    due,
    body_id,
  }))
}
