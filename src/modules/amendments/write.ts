import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { confide } from "../../kernel/confide.ts"
import { refuse } from "../../kernel/refusal.ts"
import { type Circumstances, rule } from "../../kernel/rule.ts"
import { holds } from "../mandates/contract.ts"
import { findTextToChange, mayWriteText, stillOpen, type Text } from "../texts/contract.ts"
import { amendmentWritten } from "./events.ts"
import { carrySubs } from "./carry-subs.ts"
import { docOn, findAmended, groundOf, rowOn } from "./ground.ts"
import { effectSaid, mustFit, operationsSaid, reasonsSaid } from "./said.ts"
import { type Base, findBaseToChange } from "./seen.ts"
import { type Amendment, findAmendment } from "./store.ts"
import { wordsOfText } from "./words-of-text.ts"

type Subject = { amendment: Amendment; base: Base; text: Text | undefined }

/** Ours is changed by those who may write its text; what another group asks for, by those who write texts of the body. */
export const mayWriteAmendment = rule<Subject>("writesAmendment", ({ text, base }, given) =>
  text ? mayWriteText(text, given) : holds("texts.write")(base, given),
)

/** Changes what an amendment does, or takes it up on the version of today. */
export const writeAmendment = command({
  name: "amendments.write",
  input: z.object({ amendmentId: z.uuid(), ...operationsSaid, ...effectSaid, ...reasonsSaid }),
  find: ({ amendmentId }, given) => findToWrite(amendmentId, given),
  allow: mayWriteAmendment,
  async run({ input, subject: { amendment, base, text }, ...given }) {
    const { db } = given
    if (text) stillOpen(text)
    const amends = await findAmended(amendment, given)
    const ground = await groundOf(base, amends, given)
    const operations = mustFit(ground, input)
    await db
      .updateTable("amendments")
      .set({
        ...rowOn(ground),
        operations: confide(given, amendment.confidential || Boolean(amends?.confidential)).doc(
          docOn(ground, operations),
        ),
        snags: null,
        effect: input.effect,
        amount_cents: input.amountCents ?? null,
      })
      .where("id", "=", amendment.id)
      .execute()
    if (text) {
      const { grounds = null, balance = null } = input
      await wordsOfText(text.id, operations, ground.paragraphs, given, amendment, { grounds, balance })
    }
    await carrySubs(amendment.id, { before: amendment.operations, after: operations }, given)
    return amendmentWritten({
      amendmentId: amendment.id,
      baseId: base.id,
      bodyId: base.body_id,
      textId: amendment.text_id,
    })
  },
})

/** The base is locked first: a new version of it and this change come one after the other. */
export const findToWrite = async (amendmentId: string, given: Circumstances): Promise<Subject | undefined> => {
  const found = await findAmendment(amendmentId, given)
  if (!found) return undefined
  const base = await findBaseToChange(found.base_id, given)
  const amendment = await findAmendment(amendmentId, given)
  if (!base || !amendment) return undefined
  const text = amendment.text_id ? await findTextToChange(amendment.text_id, given) : undefined
  if (amendment.text_id && !text) refuse("not_found", {}, 404)
  return { amendment, base, text }
}
