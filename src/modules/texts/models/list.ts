import { z } from "zod"
import { may } from "../../../kernel/command.ts"
import { read } from "../../../kernel/read.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { findBody } from "../../bodies/contract.ts"
import { isOfBody } from "../../mandates/contract.ts"
import { addTextModel } from "./add.ts"
import { endTextModel } from "./end.ts"
import { findModelToChange } from "./find-model.ts"
import { writeTextModel } from "./write.ts"

/** The models that a body wrote. */
export const listTextModels = read({
  name: "textModels.list",
  input: z.object({ bodyId: z.uuid() }),
  find: async ({ bodyId }, { db }) => {
    const body = await findBody(bodyId, db)
    return body && { ...body, body_id: body.id }
  },
  allow: isOfBody,
  async run({ subject: body, input: _, ...given }) {
    const rows = await given.db
      .selectFrom("text_models")
      .select(["id", "kind", "name", "changed_at"])
      .where("body_id", "=", body.id)
      .where("ended_at", "is", null)
      .orderBy("kind")
      .orderBy("name")
      .execute()
    return { rows, may: await may(body, [addTextModel], given) }
  },
})

export const readTextModel = read({
  name: "textModels.read",
  input: z.object({ modelId: z.uuid() }),
  find: ({ modelId }, given) => findModelToChange(modelId, given),
  allow: isSignedIn,
  async run({ subject: model, input: _, ...given }) {
    return { model, may: await may(model, [writeTextModel, endTextModel], given) }
  },
})
