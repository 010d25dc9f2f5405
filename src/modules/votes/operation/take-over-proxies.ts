import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { holds } from "../../mandates/contract.ts"
import { findMeetingToChange } from "../../meetings/contract.ts"
import { voteProxiesTakenOver, voteProxyGiven } from "../events.ts"
import { comparedProxies } from "./meeting-proxies.ts"
import { findOperationToChange } from "./operation.ts"

/**
 * Takes proxies of the meeting over into its operation: those that were read, and no others. What is there already stays; what changed at the
 * meeting since it was read is read again first. Both are locked: nobody withdraws one meanwhile.
 */
export const takeOverProxies = command({
  name: "votes.takeOverProxies",
  input: z.object({
    operationId: z.uuid(),
    proxies: z
      .array(z.object({ giverId: z.uuid(), holderId: z.uuid() }))
      .min(1)
      .max(2000),
  }),
  find: ({ operationId }, given) => findOperationToChange(operationId, given),
  allow: holds("decisions.manage"),
  async run({ input: { operationId, proxies }, subject: operation, ...given }) {
    const { actor, db } = given
    if (operation.proxies_each === 0) refuse("votes.no_proxies")
    const meeting = operation.meeting_id ? await findMeetingToChange(operation.meeting_id, db) : undefined
    if (!meeting) return refuse("votes.no_meeting")
    const lines = new Map((await comparedProxies(operation, meeting, given)).map((line) => [line.giver_id, line]))
    const taken = [...new Map(proxies.map((one) => [one.giverId, one])).values()].flatMap(({ giverId, holderId }) => {
      const line = lines.get(giverId)
      if (!line || line.holder_id !== holderId || (line.standing !== "new" && line.standing !== "there"))
        return refuse("votes.meeting_proxies_changed")
      return line.standing === "new" ? [line] : []
    })
    if (taken.length > 0)
      await db
        .insertInto("operation_proxies")
        .values(
          taken.map(({ giver_id, holder_id, given_at }) => ({
            organisation_id: actor.organisation,
            operation_id: operationId,
            giver_id,
            holder_id,
            given_at,
            noted_by: actor.personId!,
          })),
        )
        .execute()
    return [
      voteProxiesTakenOver({ operationId, taken: taken.length }),
      ...taken.map(({ giver_id, holder_id }) =>
        voteProxyGiven({ operationId, giverId: giver_id, holderId: holder_id }),
      ),
    ]
  },
})
