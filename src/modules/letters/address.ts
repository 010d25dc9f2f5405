import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { mayWriteText, setField, stillOpen } from "../texts/contract.ts"
import { letterAddressed } from "./events.ts"
import { saidOfLetter, writeSaid } from "./said.ts"
import { findLetterToChange } from "./seen.ts"

/** Says whom a letter is for and how they are addressed, as long as it may still be written. */
export const addressLetter = command({
  name: "letters.address",
  input: z.object({ textId: z.uuid(), ...saidOfLetter }),
  find: ({ textId }, given) => findLetterToChange(textId, given),
  allow: mayWriteText,
  async run({ input, subject: text, ...given }) {
    stillOpen(text)
    await setField(text, "addressee", await writeSaid(text, input, given), given)
    return letterAddressed({ textId: text.id, bodyId: text.body_id })
  },
})
