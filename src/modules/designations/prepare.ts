import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { json } from "../../kernel/db.ts"
import { newId } from "../../kernel/id.ts"
import { findBody } from "../bodies/contract.ts"
import { theInstitution } from "../offices/contract.ts"
import { designationPrepared } from "./events.ts"
import { columnsOf, designationFields } from "./fields.ts"
import { prepares } from "./seen.ts"

/** Prepares a designation: where, as what, how many seats there are to fill, from which day to which, with what parity. */
export const prepareDesignation = command({
  name: "designations.prepare",
  input: z.object({ bodyId: z.uuid(), ...designationFields.shape }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: prepares,
  async run({ input, subject: body, ...given }) {
    const { actor, db, now } = given
    const { institution, added } = await theInstitution(input, body, given)
    const designationId = newId()
    await db
      .insertInto("designations")
      .values({
        organisation_id: actor.organisation,
        id: designationId,
        body_id: body.id,
        ...(await columnsOf({ ...input, institutionId: institution.id }, body.id, given)),
        groups_key: null,
        groups_settled: json([]),
        given_seats: null,
        given_reason: null,
        components_key: null,
        components_settled: json([]),
        prepared_by: actor.personId,
        prepared_at: now,
        decided_how: null,
        ballot_id: null,
        decision_id: null,
        told_by: null,
        told_on: null,
        decided_by: null,
        decided_at: null,
        designated_by: null,
        designated_at: null,
        despite: null,
        letter: null,
        abandoned_by: null,
        abandoned_at: null,
        abandoned_reason: null,
      })
      .execute()
    return [designationPrepared({ designationId, bodyId: body.id }), ...added]
  },
})
