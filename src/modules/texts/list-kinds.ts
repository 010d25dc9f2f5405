import { z } from "zod"
import { may } from "../../kernel/command.ts"
import { read } from "../../kernel/read.ts"
import { findBody } from "../bodies/contract.ts"
import { isOfBody } from "../mandates/contract.ts"
import { beginText } from "./begin.ts"
import { kindOf, textKinds } from "./kinds.ts"

/** The kinds of text, each with its form and its usual limit, and the models that the body wrote for it. */
export const listTextKinds = read({
  name: "texts.kinds",
  input: z.object({ bodyId: z.uuid() }),
  find: async ({ bodyId }, { db }) => {
    const body = await findBody(bodyId, db)
    return body && { ...body, body_id: body.id }
  },
  allow: isOfBody,
  async run({ subject: body, input: _, ...given }) {
    const models = await given.db
      .selectFrom("text_models")
      .select(["id", "kind", "name"])
      .where("body_id", "=", body.id)
      .where("ended_at", "is", null)
      .orderBy("name")
      .execute()
    return {
      kinds: textKinds.map((kind) => ({
        kind,
        ...kindOf(kind),
        models: models.filter((model) => model.kind === kind).map(({ id, name }) => ({ id, name })),
      })),
      may: await may(body, [beginText], given),
    }
  },
})
