import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { json } from "../../../kernel/db.ts"
import { line } from "../../../kernel/input.ts"
import { richText } from "../../../kernel/rich-text/schema.ts"
import { holds } from "../../mandates/contract.ts"
import { textModelWritten } from "./events.ts"
import { findModelToChange } from "./find-model.ts"

/** The words of a model: what texts begin with from now on. Those begun already stay as they are. */
export const writeTextModel = command({
  name: "textModels.write",
  input: z.object({ modelId: z.uuid(), name: line(120), doc: richText }),
  find: ({ modelId }, given) => findModelToChange(modelId, given),
  allow: holds("texts.manage"),
  async run({ input: { modelId, name, doc }, subject, actor, db, now }) {
    await db
      .updateTable("text_models")
      .set({ name, doc: json(doc), changed_by: actor.personId, changed_at: now })
      .where("id", "=", modelId)
      .execute()
    return textModelWritten({ modelId, bodyId: subject.body_id })
  },
})
