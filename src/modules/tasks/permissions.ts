import { type Rule, rule } from "../../kernel/rule.ts"
import { bodiesOf } from "../mandates/contract.ts"
import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { TaskSubject } from "./store.ts"

/** Anyone may charge themselves with something in a body they belong to. */
export const isForThemselves = rule<{ body_id: string; owner_id: string | null }>(
  "isForThemselves",
  async ({ body_id, owner_id }, { actor, db, now }) => {
    if (!actor.personId || owner_id !== actor.personId) return false
    const { rows } = await sql<{ mine: boolean }>`
      select ${body_id} in (${bodiesOf(actor.personId, dayOf(now))}) as mine`.execute(db)
    return rows[0]!.mine
  },
)

/** Whoever does it, or helps, says when it is done. */
export const isCharged = rule<TaskSubject>(
  "isCharged",
  ({ owner_id, helpers }, { actor }) =>
    actor.personId !== null && (owner_id === actor.personId || helpers.includes(actor.personId)),
)

/** Whoever wrote the task may word it better, hand it over or drop it. */
export const gaveIt = rule<TaskSubject>(
  "gaveIt",
  ({ created_by }, { actor }) => actor.personId !== null && created_by === actor.personId,
)

/** The rule holds for each of several. */
export const forEach = <S>(one: Rule<S>): Rule<readonly S[]> =>
  Object.assign(
    async (subjects: readonly S[], given: Parameters<Rule<S>>[1]) => {
      for (const subject of subjects) if (!(await one(subject, given))) return false
      return true
    },
    { says: one.says },
  )
