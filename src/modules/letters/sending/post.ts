import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { day, ids } from "../../../kernel/input.ts"
import { invalid, refuse } from "../../../kernel/refusal.ts"
import { dayOf } from "../../../kernel/clock.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { markPosted } from "../../post/contract.ts"
import { leave } from "../../texts/contract.ts"
import { lettersPosted } from "../events.ts"
import { findLetterToChange, type LetterText } from "../seen.ts"
import { waitsToBePrinted } from "./print.ts"

/** Says that printed letters were put in the post, and on which day: they left that day. */
export const postPrinted = command({
  name: "letters.post",
  input: z.object({
    bodyId: z.uuid(),
    textIds: ids(500).refine((all) => all.length > 0, "required"),
    on: day().nullish(),
  }),
  find: async ({ bodyId, textIds }, given) => {
    const body = await findBody(bodyId, given.db)
    const texts: LetterText[] = []
    // In one order, so that two who post the same letters wait for one another.
    for (const textId of textIds.toSorted()) {
      const text = await findLetterToChange(textId, given)
      if (text?.body_id === bodyId) texts.push(text)
    }
    return body && texts.length === textIds.length ? { body_id: body.id, zone: body.zone, texts } : undefined
  },
  allow: holds("texts.manage"),
  async run({ input: { on }, subject: { body_id, zone, texts }, ...given }) {
    const today = dayOf(given.now, zone)
    const posted = on ?? today
    if (Temporal.PlainDate.compare(posted, today) > 0) invalid(["on"], "not_yet")
    const at = posted.equals(today)
      ? given.now
      : posted.toZonedDateTime({ timeZone: zone, plainTime: "12:00" }).toInstant()
    const left = []
    for (const text of texts) {
      const sendingId = (await waitsToBePrinted(text.id, given)) ?? refuse("letters.not_to_print")
      await markPosted([sendingId], { db: given.db, now: at })
      if (text.state === "signed") left.push(await leave(text, { on: posted }, given))
    }
    return [lettersPosted({ bodyId: body_id, textIds: texts.map(({ id }) => id), on: posted.toString() }), ...left]
  },
})
