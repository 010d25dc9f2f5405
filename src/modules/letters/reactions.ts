import { sql } from "kysely"
import { keepConfided } from "../../kernel/confide.ts"
import { record } from "../../kernel/command.ts"
import { within } from "../../kernel/reaction.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { counterpartErased, exchangeLogged, insertExchange } from "../counterparts/contract.ts"
import { holds } from "../mandates/contract.ts"
import { markPosted } from "../post/contract.ts"
import { textChanged, textLodged, textOutcomeNoted, textReopened, textSigned } from "../texts/contract.ts"
import { noLongerAwaited } from "./no-longer-awaited.ts"
import { forgetRecipient } from "./recipient/forget.ts"
import { isJoinedTo } from "./papers/join.ts"
import { findAddressedToChange } from "./seen.ts"
import { waitsToBePrinted, noLongerPrinted } from "./sending/print.ts"
import { pictureOf } from "./signature/picture-of.ts"

export const reactions = [
  within(textSigned, "put under a letter the signature of whoever signed it", async ({ textId }, given) => {
    const text = await findAddressedToChange(textId, given)
    const { actor, db } = given
    // A key acts for somebody, and is not their hand.
    if (!text || text.letter.by_hand || actor.via !== "session" || text.signed_by !== actor.personId) return
    const signature = await pictureOf(actor.personId!, given)
    if (signature)
      await db
        .updateTable("letters")
        .set({ signature, signature_of: actor.personId })
        .where("text_id", "=", textId)
        .execute()
  }),

  within(textReopened, "take the signature off a letter that is written again", async ({ textId }, given) => {
    await noLongerPrinted(textId, given)
    await given.db
      .updateTable("letters")
      .set({ signature: null, signature_of: null })
      .where("text_id", "=", textId)
      .execute()
  }),

  within(textChanged, "keep how a letter is addressed as confidential as its words", async ({ textId }, given) => {
    await keepConfided("letters", given, sql<boolean>`t.text_id = ${textId}`)
    await keepConfided("mailing_lines", given, sql<boolean>`t.text_id = ${textId}`)
    await keepConfided("files", given, isJoinedTo(textId))
  }),

  within(counterpartErased, "forget where letters to somebody erased went", ({ counterpartId }, given) =>
    forgetRecipient(counterpartId, given),
  ),

  within(textLodged, "log a letter that left with whom it was for", async ({ textId, on }, given) => {
    const text = await findAddressedToChange(textId, given)
    if (!text) return
    // Noted by hand while it waited to be printed: it was posted.
    const sendingId = await waitsToBePrinted(textId, given)
    if (sendingId) await markPosted([sendingId], given)
    if (text.letter.answers_id)
      await given.db
        .updateTable("incoming_letters")
        .set({ settled_on: Temporal.PlainDate.from(on) })
        .where("id", "=", text.letter.answers_id)
        .where("settled_on", "is", null)
        .execute()
    // A letter to many is logged with each, as they are made.
    const isToMany = await given.db
      .selectFrom("mailings")
      .select("text_id")
      .where("text_id", "=", textId)
      .executeTakeFirst()
    if (!text.letter.exchange_id && !isToMany) await logged(text, Temporal.PlainDate.from(on), given)
  }),

  within(textOutcomeNoted, "wait no more for an answer that is noted by hand", async ({ textId, outcome }, given) => {
    if (outcome !== "answered") return
    const text = await findAddressedToChange(textId, given)
    // A letter that came was registered as its answer.
    if (!text || text.letter.answered_on) return
    const { on_day } = await given.db
      .selectFrom("text_steps")
      .select("on_day")
      .where("text_id", "=", textId)
      .where("state", "=", "answered")
      .orderBy("at", "desc")
      .executeTakeFirstOrThrow()
    await record(await noLongerAwaited(text, on_day, given), given)
  }),
]

type Addressed = NonNullable<Awaited<ReturnType<typeof findAddressedToChange>>>

/** The letter as an exchange of its counterpart; one that awaits an answer is a request, which reminds of itself. */
const logged = async (text: Addressed, on: Temporal.PlainDate, given: Circumstances): Promise<void> => {
  const { letter } = text
  const theirsIds = [letter.contact_id ?? letter.outside_id].flatMap((id) => id ?? [])
  if (theirsIds.length === 0 || !(await holds("counterparts.read")(text, given))) return
  const isFile = await given.db
    .selectFrom("counterparts")
    .select("name")
    .where("id", "=", theirsIds[0]!)
    .executeTakeFirst()
  if (!isFile || isFile.name === "—") return
  const due = letter.answer_due
  const exchangeId = await insertExchange(
    {
      kind: due ? "request" : "letter",
      on,
      about: [text.reference, text.title].filter(Boolean).join(" · ").slice(0, 300),
      said: "",
      oursIds: text.author_id ? [text.author_id] : [],
      theirsIds,
      nextStep: null,
      nextOn: null,
      matterId: text.matter_id,
      confidential: text.confidential,
      answerDue: due && Temporal.PlainDate.compare(due, on) >= 0 ? due : null,
    },
    text.body_id,
    given,
  )
  await given.db.updateTable("letters").set({ exchange_id: exchangeId }).where("text_id", "=", text.id).execute()
  await record([exchangeLogged({ exchangeId, bodyId: text.body_id, counterpartIds: theirsIds, ownerId: null })], given)
}
