import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { DAYS_AHEAD, type Waiting } from "../../kernel/waiting.ts"
import { bodiesWhere } from "../mandates/contract.ts"
import { answersDue } from "./answers-due.ts"
import { isTextSeen } from "./seen.ts"

type Line = {
  id: string
  body_id: string
  title: string
  due_on: Temporal.PlainDate | null
  what: "read" | "validate" | "lodge" | "answer" | "review"
}

/**
 * Texts somebody was asked to read; those that were read and wait for who answers for them; those signed that have a day to leave by;
 * sheets whose last day comes.
 */
export const waiting = async (given: Circumstances): Promise<Waiting[]> => {
  const { actor, db, now } = given
  const [me, today] = [actor.personId!, dayOf(now)]
  const { rows } = await sql<Line>`
    select w.id, w.body_id, w.title, w.due_on, 'read' as what
      from text_readers r join texts w on (w.organisation_id, w.id) = (r.organisation_id, r.text_id)
     where r.person_id = ${me} and r.read_at is null and w.state in ('draft', 'given', 'read')
    union all
    select w.id, w.body_id, w.title, w.due_on, 'answer' from texts w
     where ${me} in (w.author_id, w.written_by) and w.state in ('draft', 'given', 'read')
       and exists (select from text_remarks r where (r.organisation_id, r.text_id) = (w.organisation_id, w.id)
                      and r.state = 'open' and r.made_by is distinct from ${me})
    union all
    select w.id, w.body_id, w.title, w.due_on, 'validate' from texts w
     where w.state = 'read' and w.body_id in (${bodiesWhere("texts.validate", me, today)}) and ${isTextSeen(me, today)}
    union all
    select w.id, w.body_id, w.title, w.due_on, 'lodge' from texts w
     where w.state in ('validated', 'signed') and w.due_on <= ${today.add({ days: DAYS_AHEAD })}::date
       and w.body_id in (${bodiesWhere("texts.manage", me, today)}) and ${isTextSeen(me, today)}
    union all
    select w.id, w.body_id, w.title, w.valid_until, 'review' from texts w
     where w.valid_until <= ${today.add({ days: DAYS_AHEAD })}::date and w.state in ('validated', 'published')
       and (${me} in (w.author_id, w.written_by) or w.body_id in (${bodiesWhere("texts.manage", me, today)}))
       and ${isTextSeen(me, today)}`.execute(db)
  const answers = await answersDue(given)
  const soon = answers.filter(({ day }) => Temporal.PlainDate.compare(day, today.add({ days: DAYS_AHEAD })) <= 0)
  return [
    ...rows.map(({ id, body_id, title, due_on, what }) => ({
      key: `texts.waiting.${what}`,
      act: `texts.waiting.${what}.act`,
      facts: { title },
      at: `/textes/${id}`,
      due: due_on,
      body_id,
    })),
    ...soon.map(({ id, body_id, title, day, notes }) => ({
      key: "texts.waiting.answer_due",
      act: notes ? "texts.waiting.answer_due.act" : "texts.waiting.lodge.act",
      facts: { title },
      at: `/textes/${id}`,
      due: day,
      body_id,
    })),
  ]
}
