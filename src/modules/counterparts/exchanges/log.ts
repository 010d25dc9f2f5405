import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { invalid } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { exchangeLogged } from "../events.ts"
import { told, type Told } from "./fields.ts"
import { checked, columnsOf, keepLast, writeWho } from "./write.ts"

/**
 * Notes an exchange in the file of a body. Whoever reads the file may: it is those who meet people who know what was said.
 * `ownerId` is whose task the next step becomes; the tasks answer to the event, or refuse.
 */
export const logExchange = command({
  name: "exchanges.log",
  input: told.extend({ bodyId: z.uuid(), ownerId: z.uuid().nullish() }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("counterparts.read"),
  async run({ input, subject: body, ...given }) {
    if (input.ownerId && !input.nextStep) invalid(["nextStep"], "required")
    const exchangeId = await insertExchange(input, body.id, given)
    return exchangeLogged({
      exchangeId,
      bodyId: body.id,
      counterpartIds: input.theirsIds,
      ownerId: input.ownerId ?? null,
    })
  },
})

export const insertExchange = async (
  it: Told,
  bodyId: string,
  given: Circumstances,
  messageId: string | null = null,
): Promise<string> => {
  const { actor, db, now } = given
  const { confidential } = await checked(it, bodyId, given)
  const id = newId()
  await db
    .insertInto("exchanges")
    .values({
      ...columnsOf(it, confidential, given),
      organisation_id: actor.organisation,
      id,
      body_id: bodyId,
      logged_by: actor.personId,
      logged_at: now,
      message_id: messageId,
      state: it.kind === "request" ? "waiting" : null,
    })
    .execute()
  await writeWho(id, it, given)
  await keepLast(it.theirsIds, given)
  return id
}
