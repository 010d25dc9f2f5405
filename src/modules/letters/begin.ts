import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { day, line } from "../../kernel/input.ts"
import { findBody } from "../bodies/contract.ts"
import { holds } from "../mandates/contract.ts"
import { findTextToChange, insertText, setField, textBegun } from "../texts/contract.ts"
import { letterAddressed } from "./events.ts"
import { saidOfLetter, writeSaid } from "./said.ts"

/** Begins a letter: its text, from the model of the body, and whom it is for. `title` is its object. */
export const beginLetter = command({
  name: "letters.begin",
  input: z.object({
    bodyId: z.uuid(),
    title: line(300),
    authorId: z.uuid().nullish(),
    matterId: z.uuid().nullish(),
    modelId: z.uuid().nullish(),
    confidential: z.boolean().default(false),
    dueOn: day().nullish(),
    ...saidOfLetter,
  }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("texts.write"),
  async run({ input, subject: body, ...given }) {
    const textId = await insertText({ ...input, kind: "letter", fields: {} }, body.id, given)
    const text = (await findTextToChange(textId, given))!
    await setField(text, "addressee", await writeSaid(text, input, given), given)
    return [textBegun({ textId, bodyId: body.id, kind: "letter" }), letterAddressed({ textId, bodyId: body.id })]
  },
})
