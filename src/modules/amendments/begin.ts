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
import { docOn, findToAmend, groundOf, nameOf, rowOn } from "./ground.ts"
import { effectSaid, mustFit, operationsSaid, reasonsSaid } from "./said.ts"
import { findBaseToChange } from "./seen.ts"
import { saidOf, sayFor, wordsOfText } from "./words-of-text.ts"

/** Begins an amendment of ours on a base: a text of its own, whose words come from what it does. */
export const beginAmendment = command({
  name: "amendments.begin",
  input: z.object({
    baseId: z.uuid(),
    /** The amendment it amends: a sub-amendment. */
    amendsId: z.uuid().nullish(),
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
    const amends = await findToAmend(base, input.amendsId, given)
    const ground = await groundOf(base, amends, given)
    const operations = mustFit(ground, input)
    const named = { amends_name: amends ? nameOf(amends) : null }
    const { place } = saidOf(operations, ground.paragraphs, sayFor(given, named))
    const body = (await findBody(base.body_id, db)) ?? refuse("not_found", {}, 404)
    const begun = await beginText.run({
      input: beginText.input.parse({
        bodyId: base.body_id,
        kind: amends ? "sub_amendment" : "amendment",
        title: input.title ?? `${base.title.slice(0, 200)} — ${place}`.slice(0, 300),
        authorId: input.authorId ?? null,
        sittingItemId: base.sitting_item_id,
        // It quotes what it amends.
        confidential: input.confidential || Boolean(amends?.confidential),
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
        ...rowOn(ground),
        operations: confide(given, text.confidential).doc(docOn(ground, operations)),
        effect: input.effect,
        amount_cents: input.amountCents ?? null,
        written_by: actor.personId,
        written_at: now,
      })
      .execute()
    const { grounds = null, balance = null } = input
    await wordsOfText(textId, operations, ground.paragraphs, given, named, { grounds, balance })
    return [amendmentBegun({ amendmentId: id, baseId: base.id, bodyId: base.body_id, textId }), ...events]
  },
})
