import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { json } from "../../kernel/db.ts"
import { newId } from "../../kernel/id.ts"
import { line } from "../../kernel/input.ts"
import { holds } from "../mandates/contract.ts"
import { otherNoted } from "./events.ts"
import { effectSaid, mustFit, operationsSaid } from "./said.ts"
import { findBaseToChange } from "./seen.ts"

/** Writes down an amendment of another group, as it was handed out: what it meets of ours is seen at once. */
export const noteOther = command({
  name: "amendments.noteOther",
  input: z.object({ baseId: z.uuid(), group: line(120), number: line(30).nullish(), ...operationsSaid, ...effectSaid }),
  find: ({ baseId }, given) => findBaseToChange(baseId, given),
  allow: holds("texts.write"),
  async run({ input, subject: base, ...given }) {
    const { actor, db, now } = given
    const { operations } = await mustFit(base, input, given)
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
        version: base.version,
        operations: json({ operations }),
        effect: input.effect,
        amount_cents: input.amountCents ?? null,
        written_by: actor.personId,
        written_at: now,
      })
      .execute()
    return otherNoted({ amendmentId: id, baseId: base.id, bodyId: base.body_id, textId: null })
  },
})
