import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { dayOf } from "../../../kernel/clock.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { anyOf, rule } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import { noteAttached } from "../../matters/contract.ts"
import { incomingChanged, incomingReopened, incomingSettled } from "../events.ts"
import { columnsOf, keepPages, toldOfIncoming } from "./fields.ts"
import { findIncomingToChange, type Incoming } from "./seen.ts"

/** It was given to them. */
const isGivenIt = rule<Incoming>(
  "isGivenLetter",
  ({ given_to }, { actor }) => actor.personId !== null && given_to === actor.personId,
)

/** Notes it better, gives it to somebody else, hangs it on a matter. Its number stays. */
export const changeIncoming = command({
  name: "incoming.change",
  input: z.object({ incomingId: z.uuid(), ...toldOfIncoming }),
  find: ({ incomingId }, given) => findIncomingToChange(incomingId, given),
  allow: holds("texts.manage"),
  async run({ input, subject: letter, ...given }) {
    const columns = await columnsOf(input, letter.body_id, letter, given)
    await given.db.updateTable("incoming_letters").set(columns).where("id", "=", letter.id).execute()
    await noteAttached(letter, input.matterId, given)
    await keepPages(letter, input.fileIds, given)
    return incomingChanged({ incomingId: letter.id, bodyId: letter.body_id })
  },
})

/** Nothing more is to be done about it. */
export const settleIncoming = command({
  name: "incoming.settle",
  input: z.object({ incomingId: z.uuid() }),
  find: ({ incomingId }, given) => findIncomingToChange(incomingId, given),
  allow: anyOf<Incoming>(holds("texts.manage"), isGivenIt),
  async run({ subject: { id, body_id, settled_on }, input: _, db, now }) {
    if (settled_on) refuse("incoming.already_settled")
    await db
      .updateTable("incoming_letters")
      .set({ settled_on: dayOf(now) })
      .where("id", "=", id)
      .execute()
    return incomingSettled({ incomingId: id, bodyId: body_id })
  },
})

export const reopenIncoming = command({
  name: "incoming.reopen",
  input: z.object({ incomingId: z.uuid() }),
  find: ({ incomingId }, given) => findIncomingToChange(incomingId, given),
  allow: anyOf<Incoming>(holds("texts.manage"), isGivenIt),
  async run({ subject: { id, body_id, settled_on }, input: _, db }) {
    if (!settled_on) refuse("incoming.not_settled")
    await db.updateTable("incoming_letters").set({ settled_on: null }).where("id", "=", id).execute()
    return incomingReopened({ incomingId: id, bodyId: body_id })
  },
})
