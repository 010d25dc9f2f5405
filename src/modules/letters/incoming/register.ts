import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import type { Event } from "../../../kernel/event.ts"
import { dayOf } from "../../../kernel/clock.ts"
import { newId } from "../../../kernel/id.ts"
import { invalid } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { findBody, numbered, takeNumber } from "../../bodies/contract.ts"
import { exchangeLogged, insertExchange } from "../../counterparts/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { becomes } from "../../texts/contract.ts"
import { noLongerAwaited } from "../no-longer-awaited.ts"
import { incomingRegistered } from "../events.ts"
import { findAddressedToChange } from "../seen.ts"
import { columnsOf, keepPages, toldOfIncoming } from "./fields.ts"

/** Registers a letter that came, and numbers it. `answersId` is the letter of ours that it answers: nobody waits for it any more. */
export const registerIncoming = command({
  name: "incoming.register",
  input: z.object({ bodyId: z.uuid(), answersId: z.uuid().nullish(), ...toldOfIncoming }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("texts.manage"),
  async run({ input, subject: body, ...given }) {
    const { actor, db, now } = given
    const nothing = { given_to: null, matter_id: null, confidential: false }
    const columns = await columnsOf(input, body.id, nothing, given)
    const id = newId()
    const year = dayOf(now, body.zone).year
    const number = await takeNumber(body.id, "letter.in", year, db)
    await db
      .insertInto("incoming_letters")
      .values({
        ...columns,
        organisation_id: actor.organisation,
        id,
        body_id: body.id,
        year,
        number,
        reference: numbered(body.code, year, "ARR", number),
        answers_id: input.answersId ?? null,
        registered_by: actor.personId,
        registered_at: now,
      })
      .execute()
    await keepPages({ id, body_id: body.id }, input.fileIds, given)
    return [
      incomingRegistered({ incomingId: id, bodyId: body.id, year, number }),
      ...(input.answersId ? await closed(input.answersId, input.receivedOn, body.id, given) : []),
      ...(await logged({ id, body_id: body.id, ...columns }, given)),
    ]
  },
})

/** What a letter of ours awaited has come. */
const closed = async (
  textId: string,
  on: Temporal.PlainDate,
  bodyId: string,
  given: Circumstances,
): Promise<Event[]> => {
  const text = await findAddressedToChange(textId, given)
  if (text?.body_id !== bodyId) return invalid(["answersId"], "not_of_this_body")
  return [
    ...(await noLongerAwaited(text, on, given)),
    ...(text.state === "sent" ? [await becomes(text, { outcome: "answered", on }, given)] : []),
  ]
}

/** It is an exchange with whom it is from, when they stand in the file. */
const logged = async (
  letter: Awaited<ReturnType<typeof columnsOf>> & { id: string; body_id: string },
  given: Circumstances,
): Promise<Event[]> => {
  const theirsIds = [letter.contact_id ?? letter.outside_id].flatMap((one) => one ?? [])
  if (theirsIds.length === 0 || !(await holds("counterparts.read")(letter, given))) return []
  const exchangeId = await insertExchange(
    {
      kind: "letter",
      on: letter.received_on,
      about: letter.about,
      said: "",
      oursIds: letter.given_to ? [letter.given_to] : [],
      theirsIds,
      nextStep: null,
      nextOn: null,
      matterId: letter.matter_id,
      confidential: letter.confidential,
      answerDue: null,
    },
    letter.body_id,
    given,
  )
  await given.db.updateTable("incoming_letters").set({ exchange_id: exchangeId }).where("id", "=", letter.id).execute()
  return [exchangeLogged({ exchangeId, bodyId: letter.body_id, counterpartIds: theirsIds, ownerId: null })]
}
