import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import { forgetLetters, queueLetters } from "../../post/contract.ts"
import { letterNotPrinted, letterToPrint } from "../events.ts"
import { findAddressedToChange } from "../seen.ts"
import { isLeaving } from "./is-leaving.ts"

/** Puts a signed letter with those to be printed: it leaves on the day somebody says they were posted. */
export const printLetter = command({
  name: "letters.toPrint",
  input: z.object({ textId: z.uuid() }),
  find: ({ textId }, given) => findAddressedToChange(textId, given),
  allow: holds("texts.manage"),
  async run({ subject: text, input: _, ...given }) {
    const { actor, db } = given
    isLeaving(text)
    if (await waitsToBePrinted(text.id, given)) refuse("letters.already_to_print")
    const [sendingId] = await queueLetters(
      [
        {
          kind: "letter",
          bodyId: text.body_id,
          personId: null,
          means: "post",
          address: text.letter.said.lines.join("\n"),
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
    return letterToPrint({ textId: text.id, bodyId: text.body_id, sendingId: sendingId! })
  },
})

/** Takes a letter out of those to be printed. */
export const unprintLetter = command({
  name: "letters.notToPrint",
  input: z.object({ textId: z.uuid() }),
  find: ({ textId }, given) => findAddressedToChange(textId, given),
  allow: holds("texts.manage"),
  async run({ subject: text, input: _, ...given }) {
    if (!(await noLongerPrinted(text.id, given))) refuse("letters.not_to_print")
    return letterNotPrinted({ textId: text.id, bodyId: text.body_id })
  },
})

/** The sending of a letter that waits to be printed and posted. */
export const waitsToBePrinted = async (textId: string, { db }: Circumstances): Promise<string | undefined> => {
  const found = await db
    .selectFrom("letter_sendings as l")
    .innerJoin("sendings as s", "s.id", "l.sending_id")
    .select("s.id")
    .where("l.text_id", "=", textId)
    .where("s.means", "=", "post")
    .where("s.state", "=", "waiting")
    .executeTakeFirst()
  return found?.id
}

/** It leaves another way, or not at all. */
export const noLongerPrinted = async (textId: string, given: Circumstances): Promise<boolean> => {
  const sendingId = await waitsToBePrinted(textId, given)
  if (sendingId) await forgetLetters([sendingId], given)
  return sendingId !== undefined
}
