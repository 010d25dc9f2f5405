import { permits, record } from "../../kernel/command.ts"
import { within } from "../../kernel/reaction.ts"
import { refuse } from "../../kernel/refusal.ts"
import { format } from "../../kernel/words/words.ts"
import { findBody } from "../bodies/contract.ts"
import { exchangeLogged } from "../counterparts/contract.ts"
import { giveTask, recordTask } from "./give.ts"

/**
 * The next step of an exchange becomes a task, when that was wished, in the same transaction: both are there or neither. Who may
 * give a task to whom is asked here as for any other; the words and the matter are those of the exchange.
 */
export const giveNextStep = within(
  exchangeLogged,
  "give the task of its next step",
  async ({ exchangeId, bodyId, ownerId }, given) => {
    if (!ownerId) return
    const body = await findBody(bodyId, given.db)
    const exchange = await given.db
      .selectFrom("exchanges")
      .select(["about", "next_step", "next_on", "matter_id", "confidential"])
      .where("id", "=", exchangeId)
      .executeTakeFirstOrThrow()
    if (!body || !(await permits(giveTask, { ...body, owner_id: ownerId }, given)))
      refuse("not_allowed", { command: giveTask.name }, 403)
    const given_ = await recordTask(
      {
        bodyId,
        what: exchange.next_step,
        ownerId,
        due: exchange.next_on,
        note: format(given.actor.language, "tasks.from_exchange", {
          about: exchange.about,
          at: `${given.origin}/interlocuteurs/echanges/${exchangeId}`,
        }),
        matterId: exchange.matter_id,
        confidential: exchange.confidential,
      },
      given,
    )
    await record([given_], given)
  },
)
