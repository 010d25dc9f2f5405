import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { newId } from "../../kernel/id.ts"
import { findBody } from "../bodies/contract.ts"
import { electionPrepared } from "./events.ts"
import { columnsOf, electionFields } from "./fields.ts"
import { leads } from "./seen.ts"

/** Prepares an election without candidate: the role, what it asks, for how long. Nobody else sees it before its nominations open. */
export const prepareElection = command({
  name: "consent.prepare",
  input: z.object({ bodyId: z.uuid(), ...electionFields.shape }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: leads,
  async run({ input, subject: body, actor, db, now }) {
    const electionId = newId()
    await db
      .insertInto("consent_elections")
      .values({
        organisation_id: actor.organisation,
        id: electionId,
        body_id: body.id,
        ...(await columnsOf(input, body.id, { db })),
        prepared_by: actor.personId,
        prepared_at: now,
        opened_by: null,
        opened_at: null,
        roll_id: null,
        revealed_by: null,
        revealed_at: null,
        changes_by: null,
        changes_at: null,
        settled_by: null,
        settled_at: null,
        proposal_id: null,
        elected_by: null,
        elected_at: null,
        closed_by: null,
        closed_at: null,
        closed_reason: null,
      })
      .execute()
    return electionPrepared({ electionId, bodyId: body.id })
  },
})
