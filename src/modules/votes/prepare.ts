import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { newId } from "../../kernel/id.ts"
import { findBody } from "../bodies/contract.ts"
import { holds } from "../mandates/contract.ts"
import { ballotPrepared } from "./events.ts"
import { ballotFields, columnsOf } from "./fields.ts"

/** Writes what will be asked, of whom, and how it will be counted. Nobody but those who prepare votes sees it yet. */
export const prepareBallot = command({
  name: "votes.prepare",
  input: z.object({ bodyId: z.uuid(), ...ballotFields.shape }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("decisions.manage"),
  async run({ input, subject: body, ...given }) {
    const { actor, db, now } = given
    const ballotId = newId()
    await db
      .insertInto("ballots")
      .values({
        organisation_id: actor.organisation,
        id: ballotId,
        body_id: body.id,
        ...(await columnsOf(input, body, given)),
        prepared_by: actor.personId,
        prepared_at: now,
        roll_id: null,
        entitled: null,
        opened_by: null,
        opened_at: null,
        closed_by: null,
        closed_at: null,
        cancelled_at: null,
        result: null,
      })
      .execute()
    return ballotPrepared({ ballotId, bodyId: body.id })
  },
})
