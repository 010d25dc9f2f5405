import { sql } from "kysely"
import { bodiesOf, bodiesWhere, isGivenThing, type Who } from "../mandates/contract.ts"

/**
 * SQL, of a task `t`: in a body of the person's and open to them, or theirs. A confidential task is seen by those who do it,
 * who gave it, and those who read what is confidential in its body. Whoever was given a matter sees its open tasks.
 */
export const isTaskSeen = (personId: Who, on: Temporal.PlainDate) => sql<boolean>`(
  t.owner_id = ${personId} or t.created_by = ${personId}
  or exists (select from task_helpers h
              where (h.organisation_id, h.task_id) = (t.organisation_id, t.id) and h.person_id = ${personId})
  or (t.matter_id is not null and not t.confidential and ${isGivenThing("matter", sql`t.matter_id`, personId, on)})
  or (t.body_id in (${bodiesOf(personId, on)})
      and (not t.confidential or t.body_id in (${bodiesWhere("confidential.read", personId, on)}))))`
