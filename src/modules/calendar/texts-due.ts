import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { bodiesWhere } from "../mandates/contract.ts"
import { answersDue, isTextSeen } from "../texts/contract.ts"
import type { Entry, Span } from "./entries.ts"
import { bare } from "./outside.ts"

/** The days by which texts must have left, and by which written questions are to be answered, for those who carry or write them, and those who see them off. */
export const textsDueBetween = async ({ from, to, bodyId }: Span, given: Circumstances): Promise<Entry[]> => {
  const { actor, db, now } = given
  const [me, today] = [actor.personId!, dayOf(now)]
  const { rows } = await sql<Pick<Entry, "id" | "day" | "title" | "body_id" | "body_name" | "state">>`
    select w.id, w.due_on as day, w.title, w.body_id, b.name as body_name, w.state
      from texts w join bodies b on (b.organisation_id, b.id) = (w.organisation_id, w.body_id)
     where w.due_on between ${from}::date and ${to}::date and w.state in ('draft', 'given', 'read', 'validated', 'signed')
       and ${bodyId ? sql`w.body_id = ${bodyId}` : sql`true`}
       and (${me} in (w.author_id, w.written_by) or w.body_id in (${bodiesWhere("texts.manage", me, today)}))
       and ${isTextSeen(me, today)}`.execute(db)
  const answers = (await answersDue(given, bodyId ? sql`w.body_id = ${bodyId}` : sql`true`)).filter(
    ({ day }) => Temporal.PlainDate.compare(day, from) >= 0 && Temporal.PlainDate.compare(day, to) <= 0,
  )
  return [...rows, ...answers.map(({ notes: _, ...row }) => ({ ...row, state: "lodged" }))].map((row) => ({
    ...bare,
    ...row,
    kind: "text",
    at: `/textes/${row.id}`,
  }))
}
