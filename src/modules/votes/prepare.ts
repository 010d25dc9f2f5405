import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { newId } from "../../kernel/id.ts"
import { refuse } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { findBody } from "../bodies/contract.ts"
import { holds } from "../mandates/contract.ts"
import { ballotPrepared } from "./events.ts"
import { ballotFields, columnsOf, writeCandidates } from "./fields.ts"
import { findOperation, type Operation } from "./operation/operation.ts"
import { hangPapers } from "./papers/papers.ts"

/** Writes what will be asked, of whom, and how it will be counted. Nobody but those who prepare votes sees it yet. */
export const prepareBallot = command({
  name: "votes.prepare",
  input: z.object({ bodyId: z.uuid(), operationId: z.uuid().nullable().default(null), ...ballotFields.shape }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("decisions.manage"),
  async run({ input, subject: body, ...given }) {
    const operation = input.operationId
      ? ((await findOperation(input.operationId, given)) ?? refuse("not_found", {}, 404))
      : undefined
    if (operation && operation.body_id !== body.id) refuse("not_found", {}, 404)
    return insertBallot(input, body, operation, given)
  },
})

/** Writes a vote that nobody sees yet, for a command that has asked who may. */
export const insertBallot = async (
  input: z.output<typeof ballotFields>,
  body: { id: string; zone: string },
  operation: Operation | undefined,
  given: Circumstances,
) => {
  const { actor, db, now } = given
  const ballotId = newId()
  await db
    .insertInto("ballots")
    .values({
      organisation_id: actor.organisation,
      id: ballotId,
      body_id: body.id,
      ...(await columnsOf(input, body, operation, given)),
      operation_id: operation?.id ?? null,
      follows_id: null,
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
  await writeCandidates(ballotId, input.kind === "candidates" ? input.candidateIds : [], given)
  await hangPapers({ id: ballotId, body_id: body.id }, input.paperIds, given)
  return ballotPrepared({ ballotId, bodyId: body.id })
}
