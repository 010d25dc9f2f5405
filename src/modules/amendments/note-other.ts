import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { confide } from "../../kernel/confide.ts"
import { newId } from "../../kernel/id.ts"
import { line } from "../../kernel/input.ts"
import { holds } from "../mandates/contract.ts"
import { otherNoted } from "./events.ts"
import { docOn, findToAmend, groundOf, rowOn } from "./ground.ts"
import { effectSaid, mustFit, operationsSaid } from "./said.ts"
import { findBaseToChange } from "./seen.ts"

/** Writes down an amendment of another group, as it was handed out: what it meets of ours is seen at once. */
export const noteOther = command({
  name: "amendments.noteOther",
  input: z.object({
    baseId: z.uuid(),
    amendsId: z.uuid().nullish(),
    group: line(120),
    number: line(30).nullish(),
    ...operationsSaid,
    ...effectSaid,
  }),
  find: ({ baseId }, given) => findBaseToChange(baseId, given),
  allow: holds("texts.write"),
  async run({ input, subject: base, ...given }) {
    const { actor, db, now } = given
    const amends = await findToAmend(base, input.amendsId, given)
    const ground = await groundOf(base, amends, given)
    const operations = mustFit(ground, input)
    const id = newId()
    await db
      .insertInto("amendments")
      .values({
        organisation_id: actor.organisation,
        id,
        base_id: base.id,
        text_id: null,
        group_name: input.group,
        number: input.number ?? null,
        ...rowOn(ground),
        // Another group’s is public; what it quotes of a confidential one of ours is not.
        operations: confide(given, Boolean(amends?.confidential)).doc(docOn(ground, operations)),
        effect: input.effect,
        amount_cents: input.amountCents ?? null,
        written_by: actor.personId,
        written_at: now,
      })
      .execute()
    return otherNoted({ amendmentId: id, baseId: base.id, bodyId: base.body_id, textId: null })
  },
})
