import { type Selectable, sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { bodiesOf, bodiesWhere, isGivenThing, type Who } from "../mandates/contract.ts"
import { openStates } from "./flow.ts"
import type { TextRow } from "./tables.ts"

export type Text = Selectable<TextRow>

/**
 * SQL, of a text `w`: whoever signs it, wrote it or was asked to read it; else, while it is being written, those who write texts in
 * its body, and from the moment somebody answered for it the whole body. A confidential one stays with the first, and with those
 * who may read there what is confidential. Whoever was given its matter sees it with the matter.
 */
export const isTextSeen = (who: Who, on: Temporal.PlainDate) => sql<boolean>`(
  ${who} in (w.author_id, w.written_by)
  or exists (select from text_readers r
              where (r.organisation_id, r.text_id) = (w.organisation_id, w.id) and r.person_id = ${who})
  or (w.matter_id is not null and not w.confidential and ${isGivenThing("matter", sql`w.matter_id`, who, on)})
  or (case when w.confidential then w.body_id in (${bodiesWhere("confidential.read", who, on)})
           when ${isUnfinished} then w.body_id in (${bodiesWhere("texts.write", who, on)})
           else w.body_id in (${bodiesOf(who, on)}) end))`

const isUnfinished = sql<boolean>`w.state in (${sql.join(openStates.map((one) => sql.lit(one)))})`

/** A text the actor sees, or undefined. */
export const findSeenText = (textId: string, given: Circumstances): Promise<Text | undefined> => found(textId, given)

/** The same, locked: two who take a step at once come one after the other. */
export const findTextToChange = (textId: string, given: Circumstances): Promise<Text | undefined> =>
  found(textId, given, true)

const found = async (textId: string, { actor, db, now }: Circumstances, locked = false) => {
  const { rows } = await sql<Text>`
    select w.* from texts w where w.id = ${textId} and ${actor.personId ? isTextSeen(actor.personId, dayOf(now)) : sql`true`}
     ${locked ? sql`for update of w` : sql``}`.execute(db)
  return rows[0]
}
