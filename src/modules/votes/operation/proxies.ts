import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import { anyOf, rule } from "../../../kernel/rule.ts"
import { holds, mustSee } from "../../mandates/contract.ts"
import { proxyAtMeeting } from "../../meetings/contract.ts"
import { voteProxyGiven, voteProxyWithdrawn } from "../events.ts"
import { mustBeEntitled } from "../voter-of.ts"
import { hindrance } from "./hindrance.ts"
import { isTeller } from "./is-teller.ts"
import { findOperationToChange, type Operation } from "./operation.ts"

type Given = Operation & { giver_id: string }

/** One gives one’s own vote into somebody’s hand. */
const isGiver = rule<Given>("isProxyGiver", ({ giver_id }, { actor }) => actor.personId === giver_id)

const whoMay = anyOf<Given>(isGiver, holds("decisions.manage"), isTeller)

/** Somebody votes by the hand of another, by themselves or on a paper that the secretary holds. The cap is counted with the operation locked. */
export const giveVoteProxy = command({
  name: "votes.giveProxy",
  input: z.object({ operationId: z.uuid(), giverId: z.uuid(), holderId: z.uuid() }),
  async find({ operationId, giverId }, given) {
    const operation = await findOperationToChange(operationId, given)
    return operation && { ...operation, giver_id: giverId }
  },
  allow: whoMay,
  async run({ input: { giverId, holderId }, subject: operation, ...given }) {
    const { actor, db, now } = given
    if (operation.proxies_each === 0) refuse("votes.no_proxies")
    if (giverId === holderId) invalid(["holderId"], "oneself")
    await mustSee([giverId, holderId], given, { known: [actor.personId] })
    if (operation.roll_id) {
      await mustBeEntitled(operation, giverId, given)
      await mustBeEntitled(operation, holderId, given)
    }
    const proxies = await db
      .selectFrom("operation_proxies")
      .select(["giver_id", "holder_id"])
      .where("operation_id", "=", operation.id)
      .execute()
    const pair = { giver_id: giverId, holder_id: holderId }
    const stands = hindrance(proxies, pair, operation.proxies_each)
    if (stands) refuse(stands.code, stands.facts)
    // One person, one proxy: what was handed over at the meeting is taken over, or withdrawn there first.
    const atMeeting = operation.meeting_id && (await proxyAtMeeting(operation.meeting_id, giverId, given))
    if (atMeeting && atMeeting !== holderId) refuse("votes.proxy_at_meeting")
    await db
      .insertInto("operation_proxies")
      .values({
        organisation_id: actor.organisation,
        operation_id: operation.id,
        giver_id: giverId,
        holder_id: holderId,
        given_at: now,
        noted_by: actor.personId!,
      })
      .execute()
    return voteProxyGiven({ operationId: operation.id, giverId, holderId })
  },
})

/** Takes a proxy back: what was voted under it stands, the rest is for the giver again. */
export const withdrawVoteProxy = command({
  name: "votes.withdrawProxy",
  input: z.object({ operationId: z.uuid(), giverId: z.uuid() }),
  async find({ operationId, giverId }, given) {
    const operation = await findOperationToChange(operationId, given)
    return operation && { ...operation, giver_id: giverId }
  },
  allow: whoMay,
  async run({ input: { giverId }, subject: operation, db }) {
    const { numDeletedRows } = await db
      .deleteFrom("operation_proxies")
      .where("operation_id", "=", operation.id)
      .where("giver_id", "=", giverId)
      .executeTakeFirstOrThrow()
    if (numDeletedRows === 0n) refuse("not_found", {}, 404)
    return voteProxyWithdrawn({ operationId: operation.id, giverId })
  },
})
