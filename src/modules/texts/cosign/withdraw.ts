import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { line } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { mayWriteText } from "../may-write.ts"
import { cosignatureWithdrawn } from "./events.ts"
import { findCosignatureToChange } from "./find.ts"

/** Takes a signature off, or what was asked, and says why: who signed thought better of it, or it was asked by mistake. */
export const withdrawCosignature = command({
  name: "texts.withdrawCosignature",
  input: z.object({ cosignatureId: z.uuid(), reason: line(500) }),
  find: ({ cosignatureId }, given) => findCosignatureToChange(cosignatureId, given),
  allow: mayWriteText,
  async run({ input: { cosignatureId, reason }, subject, actor, db, now }) {
    if (!["asked", "signed"].includes(subject.cosignature.state)) refuse("texts.cosign_answered")
    await db
      .updateTable("text_cosignatures")
      .set({ state: "withdrawn", withdrawn_by: actor.personId, withdrawn_at: now, withdrawn_reason: reason })
      .where("id", "=", cosignatureId)
      .execute()
    return cosignatureWithdrawn({ textId: subject.id, bodyId: subject.body_id, cosignatureId })
  },
})
