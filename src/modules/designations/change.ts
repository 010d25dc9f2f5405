import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { findBodyEvenClosed } from "../bodies/contract.ts"
import { theInstitution } from "../offices/contract.ts"
import { stillPrepared } from "./designation.ts"
import { designationChanged } from "./events.ts"
import { columnsOf, designationFields } from "./fields.ts"
import { findDesignationToChange, prepares } from "./seen.ts"

/** Says again where, as what and for how long, until somebody is designated. */
export const changeDesignation = command({
  name: "designations.change",
  input: z.object({ designationId: z.uuid(), ...designationFields.shape }),
  find: ({ designationId }, given) => findDesignationToChange(designationId, given),
  allow: prepares,
  async run({ input, subject: designation, ...given }) {
    const { id, body_id: bodyId } = stillPrepared(designation)
    const body = (await findBodyEvenClosed(bodyId, given.db))!
    const { institution, added } = await theInstitution(input, body, given)
    await given.db
      .updateTable("designations")
      .set(await columnsOf({ ...input, institutionId: institution.id }, bodyId, given))
      .where("id", "=", id)
      .execute()
    return [designationChanged({ designationId: id, bodyId }), ...added]
  },
})
