import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { operationPrepared } from "../events.ts"
import { operationColumns, operationFields } from "./fields.ts"

/** Begins a voting operation: one roll, its tellers and its proxies, for one vote or several, secret ones too. */
export const prepareOperation = command({
  name: "votes.prepareOperation",
  input: z.object({ bodyId: z.uuid(), ...operationFields.shape }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("decisions.manage"),
  run: ({ input, subject: body, ...given }) => insertOperation(input, body, given),
})

/** Writes an operation, for a command that has asked who may. */
export const insertOperation = async (
  input: z.output<typeof operationFields>,
  body: Parameters<typeof operationColumns>[1],
  given: Circumstances,
) => {
  const { actor, db, now } = given
  const operationId = newId()
  await db
    .insertInto("voting_operations")
    .values({
      organisation_id: actor.organisation,
      id: operationId,
      body_id: body.id,
      ...(await operationColumns(input, body, given)),
      prepared_by: actor.personId,
      prepared_at: now,
      roll_id: null,
      entitled: null,
    })
    .execute()
  return operationPrepared({ operationId, bodyId: body.id })
}
