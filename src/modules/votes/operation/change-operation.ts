import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { operationChanged } from "../events.ts"
import { operationColumns, operationFields } from "./fields.ts"
import { forgetUrns } from "./forget-urns.ts"
import { findOperationToChange } from "./operation.ts"

/** Says an operation again, until its roll is frozen. Its votes follow. */
export const changeOperation = command({
  name: "votes.changeOperation",
  input: z.object({ operationId: z.uuid(), ...operationFields.shape }),
  find: ({ operationId }, given) => findOperationToChange(operationId, given),
  allow: holds("decisions.manage"),
  async run({ input, subject: operation, ...given }) {
    const { db } = given
    if (operation.roll_id) refuse("votes.operation_open")
    const body = (await findBody(operation.body_id, db)) ?? refuse("not_found", {}, 404)
    const columns = await operationColumns(input, body, given)
    if (columns.needed !== operation.needed) await forgetUrns(operation.id, given)
    await db.updateTable("voting_operations").set(columns).where("id", "=", operation.id).execute()
    const { electorate, functions, on_day } = columns
    await db
      .updateTable("ballots")
      .set({ electorate, functions, on_day })
      .where("operation_id", "=", operation.id)
      .where("opened_at", "is", null)
      .execute()
    return operationChanged({ operationId: operation.id })
  },
})
