import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { newId } from "../../kernel/id.ts"
import { findBody } from "../bodies/contract.ts"
import { holds } from "../mandates/contract.ts"
import { callWritten } from "./events.ts"
import { callFields, columnsOf } from "./fields.ts"

/** Writes a call; nobody but those who manage it sees it before it is published. */
export const writeCall = command({
  name: "calls.write",
  input: z.object({ bodyId: z.uuid(), ...callFields.shape }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("decisions.manage"),
  async run({ input, subject: body, ...given }) {
    const { actor, db, now } = given
    const callId = newId()
    await db
      .insertInto("calls")
      .values({
        organisation_id: actor.organisation,
        id: callId,
        body_id: body.id,
        ...(await columnsOf(input, body, given)),
        written_by: actor.personId,
        written_at: now,
        published_by: null,
        published_at: null,
        closed_by: null,
        closed_at: null,
        cancelled_by: null,
        cancelled_at: null,
      })
      .execute()
    return callWritten({ callId, bodyId: body.id })
  },
})
