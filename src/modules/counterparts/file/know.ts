import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { text } from "../../../kernel/input.ts"
import { holds } from "../../mandates/contract.ts"
import { counterpartKnown, counterpartUnknown } from "../events.ts"
import { findCounterpart } from "../store.ts"

/** « Je la connais », with a word on how. Said again, the word is replaced. */
export const knowCounterpart = command({
  name: "counterparts.know",
  input: z.object({ counterpartId: z.uuid(), how: text(300).default("") }),
  find: ({ counterpartId }, given) => findCounterpart(counterpartId, given),
  allow: holds("counterparts.read"),
  async run({ input: { counterpartId, how }, subject, actor, db, now }) {
    const personId = actor.personId!
    await db
      .insertInto("acquaintances")
      .values({
        organisation_id: actor.organisation,
        counterpart_id: counterpartId,
        person_id: personId,
        how,
        since: now,
      })
      .onConflict((on) => on.columns(["organisation_id", "counterpart_id", "person_id"]).doUpdateSet({ how }))
      .execute()
    return counterpartKnown({ counterpartId, bodyId: subject.body_id, personId })
  },
})

export const unknowCounterpart = command({
  name: "counterparts.unknow",
  input: z.object({ counterpartId: z.uuid() }),
  find: ({ counterpartId }, given) => findCounterpart(counterpartId, given),
  allow: holds("counterparts.read"),
  async run({ input: { counterpartId }, subject, actor, db }) {
    const personId = actor.personId!
    await db
      .deleteFrom("acquaintances")
      .where("counterpart_id", "=", counterpartId)
      .where("person_id", "=", personId)
      .execute()
    return counterpartUnknown({ counterpartId, bodyId: subject.body_id, personId })
  },
})
