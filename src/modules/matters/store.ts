import { type Selectable, sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import { anyOf, type Circumstances, rule } from "../../kernel/rule.ts"
import { holds, isGiven } from "../mandates/contract.ts"
import { isMatterSeen } from "./seen.ts"
import type { MatterRow } from "./tables.ts"

/** Locks a matter the actor sees; undefined otherwise: who may not read one must not open it to others. */
export const findMatterToChange = async (
  matterId: string,
  { actor, db, now }: Circumstances,
): Promise<Selectable<MatterRow> | undefined> => {
  const isSeen = actor.personId ? isSeenOrLed(actor.personId, dayOf(now)) : sql`true`
  const { rows } = await sql<Selectable<MatterRow>>`
    select x.* from matters x where x.id = ${matterId} and ${isSeen} for update of x`.execute(db)
  return rows[0]
}

// Whoever leads a matter, or works on it, keeps its standing, even from another body.
const isSeenOrLed = (personId: string, on: Temporal.PlainDate) =>
  sql`(${personId} in (x.lead_id, x.staff_id) or ${isMatterSeen(personId, on)})`

/** Whoever leads the matter, or works on it, keeps its standing. */
const isLead = rule<{ lead_id: string | null; staff_id: string | null }>(
  "isLead",
  ({ lead_id, staff_id }, { actor }) => actor.personId !== null && [lead_id, staff_id].includes(actor.personId),
)

/** Who keeps a matter: by mandate, because they lead it or work on it, or because it was given to them. */
export const keepsMatter = anyOf<{ id: string; body_id: string; lead_id: string | null; staff_id: string | null }>(
  holds("matters.manage"),
  isLead,
  isGiven("matter", "matters.manage", ({ id }) => id),
)
