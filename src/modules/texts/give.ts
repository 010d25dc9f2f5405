import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { ids } from "../../kernel/input.ts"
import { taken } from "../../kernel/workflow.ts"
import { mustSee } from "../mandates/contract.ts"
import { textGiven } from "./events.ts"
import { flowOf } from "./flow.ts"
import { keepVersion } from "./keep-version.ts"
import { mayWriteText } from "./may-write.ts"
import { findTextToChange } from "./seen.ts"
import { step } from "./step.ts"

/** Gives a text to read to some; whoever was asked before and is asked again reads it anew. */
export const giveText = command({
  name: "texts.give",
  input: z.object({ textId: z.uuid(), readerIds: ids(50).refine((list) => list.length > 0, "required") }),
  find: ({ textId }, given) => findTextToChange(textId, given),
  allow: mayWriteText,
  async run({ input: { textId, readerIds }, subject: text, ...given }) {
    const { actor, db, now } = given
    const state = taken(flowOf(text.kind), text, "texts.give")
    await mustSee(readerIds, given)
    const asked = readerIds.map((person_id) => ({
      organisation_id: actor.organisation,
      text_id: textId,
      person_id,
      asked_by: actor.personId,
      asked_at: now,
      read_at: null,
    }))
    await db
      .insertInto("text_readers")
      .values(asked)
      .onConflict((on) =>
        on
          .columns(["organisation_id", "text_id", "person_id"])
          .doUpdateSet({ asked_by: actor.personId, asked_at: now, read_at: null }),
      )
      .execute()
    await keepVersion(text, "given", given)
    if (text.state !== state) await step(text, state, given)
    return textGiven({ textId, bodyId: text.body_id, readerIds })
  },
})
