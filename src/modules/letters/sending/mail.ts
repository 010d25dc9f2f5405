import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { holds } from "../../mandates/contract.ts"
import { queueLetters } from "../../post/contract.ts"
import { leave } from "../../texts/contract.ts"
import { letterMailed } from "../events.ts"
import { findAddressedToChange } from "../seen.ts"
import { isLeaving } from "./is-leaving.ts"
import "./mail-letter.ts"
import { noLongerPrinted } from "./print.ts"

/** Sends a signed letter by mail: the PDF with its enclosures, and its words. It has left from then on; what became of the mail is shown. */
export const mailLetter = command({
  name: "letters.mail",
  input: z.object({ textId: z.uuid(), email: z.email().max(254) }),
  find: ({ textId }, given) => findAddressedToChange(textId, given),
  allow: holds("texts.manage"),
  async run({ input: { email }, subject: text, ...given }) {
    const { actor, db } = given
    isLeaving(text)
    await noLongerPrinted(text.id, given)
    const [sendingId] = await queueLetters(
      [
        {
          kind: "letter",
          bodyId: text.body_id,
          personId: null,
          means: "email",
          address: email,
          // The list of what was sent is read by others than those who read what is confidential.
          subject: text.confidential ? (text.reference ?? "—") : text.title,
          content: { text_id: text.id },
        },
      ],
      given,
    )
    await db
      .insertInto("letter_sendings")
      .values({ organisation_id: actor.organisation, sending_id: sendingId!, text_id: text.id })
      .execute()
    const mailed = letterMailed({ textId: text.id, bodyId: text.body_id, sendingId: sendingId! })
    // Sent already: it goes once more, to whoever did not receive it.
    if (text.state !== "signed") return mailed
    return [mailed, await leave(text, {}, given)]
  },
})
