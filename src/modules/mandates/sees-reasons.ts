import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import type { Capability } from "../bodies/contract.ts"
import { bodiesWhere, type Reason } from "./rights.ts"

/** Whoever prepares the meetings of a body, or administers its people and mandates, must know who may do what there. */
const administering: readonly Capability[] = ["meetings.prepare", "people.read", "people.manage", "mandates.manage"]

/** The reasons of a person's rights are theirs, and of those who prepare or administer a body they belong or belonged to. */
export const seesReasonsOf = async (
  personId: string,
  { actor, db, now }: Pick<Circumstances, "actor" | "db" | "now">,
): Promise<boolean> => {
  if (!actor.personId || personId === actor.personId) return actor.personId !== null
  const { rows } = await sql`
    select from (select body_id from memberships where person_id = ${personId}
                 union select body_id from mandates where person_id = ${personId}
                 union select body_id from grants where person_id = ${personId}) as places
     where body_id in (${administeredBy(actor.personId, dayOf(now))}) limit 1`.execute(db)
  return rows.length > 0
}

/** Functions are public in their organisation; what was lent to somebody, and why, is for the body where it was. */
export const withoutOthersGrants = async <R extends Pick<Reason, "from" | "body_id">>(
  reasons: readonly R[],
  personId: string,
  { actor, db, now }: Pick<Circumstances, "actor" | "db" | "now">,
): Promise<R[]> => {
  if (!actor.personId) return []
  if (personId === actor.personId) return [...reasons]
  const { rows } = await sql<{ body_id: string }>`${administeredBy(actor.personId, dayOf(now))}`.execute(db)
  return reasons.filter((one) => one.from === "mandate" || rows.some(({ body_id }) => body_id === one.body_id))
}

const administeredBy = (personId: string, on: Temporal.PlainDate) =>
  sql.join(
    administering.map((capability) => bodiesWhere(capability, personId, on)),
    sql` union `,
  )
