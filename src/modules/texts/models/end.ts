import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { holds } from "../../mandates/contract.ts"
import { textModelEnded } from "./events.ts"
import { findModelToChange } from "./find-model.ts"

/** A model that is no longer offered. */
export const endTextModel = command({
  name: "textModels.end",
  input: z.object({ modelId: z.uuid() }),
  find: ({ modelId }, given) => findModelToChange(modelId, given),
  allow: holds("texts.manage"),
  async run({ input: { modelId }, subject, db, now }) {
    await db.updateTable("text_models").set({ ended_at: now }).where("id", "=", modelId).execute()
    return textModelEnded({ modelId, bodyId: subject.body_id })
  },
})
