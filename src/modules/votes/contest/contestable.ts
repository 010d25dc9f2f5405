import type { Circumstances } from "../../../kernel/rule.ts"
import { ruleOf } from "../../bodies/contract.ts"
import type { Ballot } from "../ballot.ts"

/** Ours, until a rulebook says otherwise. */
const USUAL = 15

/** For how many days a count of this body may be contested, by its rulebook on a day. */
export const challengeDaysOf = async (
  bodyId: string,
  on: Temporal.PlainDate,
  { db }: Pick<Circumstances, "db">,
): Promise<number> => {
  const value = (await ruleOf(bodyId, "any.body.votes.challenge_days", on, db))?.value
  return typeof value === "number" && Number.isInteger(value) && value <= 366 ? value : USUAL
}

/** The last moment at which a count may be contested. */
export const contestedUntil = (
  { closed_at }: Pick<Ballot, "closed_at">,
  challengeDays: number,
): Temporal.Instant | null => closed_at && closed_at.add({ hours: 24 * challengeDays })

/** The same by the operation of the vote, or by what its rulebook said when it opened; null before the count. */
export const contestable = async (
  { operation_id, closed_at, challenge_days }: Pick<Ballot, "operation_id" | "closed_at" | "challenge_days">,
  { db }: Pick<Circumstances, "db">,
): Promise<Temporal.Instant | null> => {
  if (!closed_at) return null
  const days = operation_id
    ? (
        await db
          .selectFrom("voting_operations")
          .select("challenge_days")
          .where("id", "=", operation_id)
          .executeTakeFirstOrThrow()
      ).challenge_days
    : challenge_days
  return days === null ? null : contestedUntil({ closed_at }, days)
}
