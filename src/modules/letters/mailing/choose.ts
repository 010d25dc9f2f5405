import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { confide } from "../../../kernel/confide.ts"
import { newId } from "../../../kernel/id.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { findBody } from "../../bodies/contract.ts"
import { mayWriteText, setField, stillOpen } from "../../texts/contract.ts"
import { say } from "../../../words.ts"
import { mailingChosen } from "../events.ts"
import { formulaFor } from "../formulas/called.ts"
import { findLetterToChange } from "../seen.ts"
import { writeSaid } from "../said.ts"
import { findMany, many } from "./find-many.ts"

/** Says that a letter goes to many, and finds them: whoever answers for it sees to whom it goes. */
export const chooseMany = command({
  name: "mailings.choose",
  input: z.object({ textId: z.uuid(), who: many, byMail: z.boolean().default(true) }),
  find: ({ textId }, given) => findLetterToChange(textId, given),
  allow: mayWriteText,
  async run({ input: { who, byMail }, subject: text, ...given }) {
    const { actor, db, now } = given
    stillOpen(text)
    const body = (await findBody(text.body_id, db))!
    const found = await findMany(who, body, given)
    if (found.length === 0) refuse("mailings.nobody")
    if (!text.letter) {
      const { called, closing } = formulaFor({ form: "n", role: null, country: body.country })
      const said = { address: say(actor.language, "mailings.address"), called, closing, byHand: false, fileIds: [] }
      await writeSaid(text, said, given)
    }
    await setField(text, "addressee", say(actor.language, "mailings.addressee", { count: found.length }), given)
    const row = { by_mail: byMail, chosen_by: actor.personId, chosen_at: now }
    await db
      .insertInto("mailings")
      .values({ ...row, organisation_id: actor.organisation, text_id: text.id })
      .onConflict((on) => on.columns(["organisation_id", "text_id"]).doUpdateSet(row))
      .execute()
    await db.deleteFrom("mailing_lines").where("text_id", "=", text.id).execute()
    const lines = found.map(({ counterpart_id, person_id, said }, place) => ({
      organisation_id: actor.organisation,
      id: newId(),
      text_id: text.id,
      place,
      counterpart_id,
      person_id,
      said: confide(given, text.confidential).doc(said),
    }))
    for (let from = 0; from < lines.length; from += 500)
      await db
        .insertInto("mailing_lines")
        .values(lines.slice(from, from + 500))
        .execute()
    return mailingChosen({ textId: text.id, bodyId: text.body_id, count: found.length })
  },
})
