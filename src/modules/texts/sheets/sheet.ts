import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { bodiesOf, type Who } from "../../mandates/contract.ts"
import { isTextSeen } from "../seen.ts"

/**
 * SQL, of a sheet `w`: whoever sees the text; and, while it is being revised, those who read it before: they go on reading the words
 * somebody answered for last.
 */
export const isSheetSeen = (who: Who, on: Temporal.PlainDate) => sql<boolean>`(
  ${isTextSeen(who, on)}
  or (w.reference is not null and w.state <> 'dropped' and not w.confidential and w.body_id in (${bodiesOf(who, on)})))`

/** Its last version that somebody answered for; SQL, of a sheet `w`. */
export const lastValidated = sql`(
  select v.number, v.doc, v.made_at from text_versions v
   where (v.organisation_id, v.text_id) = (w.organisation_id, w.id) and v.reason = 'validated' order by v.number desc limit 1)`

/** The version of a sheet that may be cited today; refuses a text that is no sheet, or that nobody answered for, as unknown. */
export const citable = async (sheetId: string, { actor, db, now }: Circumstances): Promise<number> => {
  const { rows } = await sql<{ number: number }>`
    select n.number from texts w join lateral ${lastValidated} n on true
     where w.id = ${sheetId} and w.kind = 'argument_sheet' and w.state <> 'dropped'
       and ${isSheetSeen(actor.personId!, dayOf(now))}`.execute(db)
  return rows[0]?.number ?? refuse("not_found", {}, 404)
}
