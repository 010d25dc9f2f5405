import { type Selectable, sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { bodiesOf, bodiesWhere } from "../../mandates/contract.ts"
import { isEntitled } from "../../members/contract.ts"
import type { OperationRow } from "../tables.ts"

/** `operation_id` is its own id, as its votes carry it. */
export type Operation = Selectable<OperationRow> & { operation_id: string }

const find = async (
  operationId: string,
  { actor, db, now }: Circumstances,
  lock = sql``,
): Promise<Operation | undefined> => {
  const me = actor.personId
  if (!me) return undefined
  const on = dayOf(now)
  const { rows } = await sql<Operation>`
    select o.*, o.id as operation_id from voting_operations o where o.id = ${operationId} and (
      o.body_id in (${bodiesWhere("decisions.manage", me, on)})
      or o.body_id in (${bodiesOf(me, on)})
      or ${isEntitled(sql`o.roll_id`, me)}
      or exists (select from operation_tellers t
           where (t.organisation_id, t.operation_id) = (o.organisation_id, o.id) and t.person_id = ${me})) ${lock}`.execute(
    db,
  )
  return rows[0]
}

/** Seen by those of its body, its voters and its tellers: that there will be a vote is no secret of a group. */
export const findOperation = (operationId: string, given: Circumstances) => find(operationId, given)

/** Locked: its tellers, its proxies or its roll change. */
export const findOperationToChange = (operationId: string, given: Circumstances) =>
  find(operationId, given, sql`for update of o`)
