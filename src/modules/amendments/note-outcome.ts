import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { refuse } from "../../kernel/refusal.ts"
import { otherOutcomeNoted } from "./events.ts"
import { subsFall } from "./fall.ts"
import { otherOutcomes } from "./kinds.ts"
import { findToWrite, mayWriteAmendment } from "./write.ts"

/** What became of another group's amendment; of ours, its text says it. */
export const noteOtherOutcome = command({
  name: "amendments.noteOutcome",
  input: z.object({ amendmentId: z.uuid(), outcome: z.enum(otherOutcomes).nullable() }),
  find: ({ amendmentId }, given) => findToWrite(amendmentId, given),
  allow: mayWriteAmendment,
  async run({ input: { outcome }, subject: { amendment, base }, ...given }) {
    if (amendment.text_id) refuse("amendments.ours")
    await given.db.updateTable("amendments").set({ outcome }).where("id", "=", amendment.id).execute()
    await subsFall(amendment.id, outcome, given)
    return otherOutcomeNoted({
      amendmentId: amendment.id,
      baseId: base.id,
      bodyId: base.body_id,
      textId: null,
      outcome,
    })
  },
})
