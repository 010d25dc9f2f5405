import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { confide } from "../../kernel/confide.ts"
import { newId } from "../../kernel/id.ts"
import { line } from "../../kernel/input.ts"
import { refuse } from "../../kernel/refusal.ts"
import { findBody } from "../bodies/contract.ts"
import { holds } from "../mandates/contract.ts"
import { beginText } from "../texts/contract.ts"
import { amendmentBegun } from "./events.ts"
import { effectSaid, mustFit, operationsSaid, reasonsSaid } from "./said.ts"
import { findBaseToChange } from "./seen.ts"
import { saidOf, sayFor, wordsOfText } from "./words-of-text.ts"

/** Begins an amendment of ours on a base: a text of its own, whose words come from what it does. */
export const beginAmendment = command({
  name: "amendments.begin",
  input: z.object({
    baseId: z.uuid(),
    title: line(300).nullish(),
    authorId: z.uuid().nullish(),
    confidential: z.boolean().default(false),
    ...operationsSaid,
    ...effectSaid,
    ...reasonsSaid,
  }),
  find: ({ baseId }, given) => findBaseToChange(baseId, given),
  allow: holds("texts.write"),
  async run({ input, subject: base, ...given }) {
    const { actor, db, now } = given
    const { operations, paragraphs } = await mustFit(base, input, given)
    const { place } = saidOf(operations, paragraphs, sayFor(given))
    const body = (await findBody(base.body_id, db)) ?? refuse("not_found", {}, 404)
    const begun = await beginText.run({
      input: beginText.input.parse({
        bodyId: base.body_id,
        kind: "amendment",
        title: input.title ?? `${base.title.slice(0, 200)} — ${place}`.slice(0, 300),
        authorId: input.authorId ?? null,
        sittingItemId: base.sitting_item_id,
        confidential: input.confidential,
      }),
      subject: body,
      ...given,
    })
    const events = [begun].flat()
    const { textId } = events[0]!.facts as { textId: string }
    const text = await db.selectFrom("texts").select("confidential").where("id", "=", textId).executeTakeFirstOrThrow()
    const id = newId()
    await db
      .insertInto("amendments")
      .values({
        organisation_id: actor.organisation,
        id,
        base_id: base.id,
        text_id: textId,
        group_name: null,
        number: null,
        version: base.version,
        operations: confide(given, text.confidential).doc({ operations }),
        effect: input.effect,
        amount_cents: input.amountCents ?? null,
        written_by: actor.personId,
        written_at: now,
      })
      .execute()
    const { grounds = null, balance = null } = input
    await wordsOfText(textId, operations, paragraphs, given, { grounds, balance })
    return [amendmentBegun({ amendmentId: id, baseId: base.id, bodyId: base.body_id, textId }), ...events]
  },
})
