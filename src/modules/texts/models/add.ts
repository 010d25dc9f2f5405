import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { json } from "../../../kernel/db.ts"
import { newId } from "../../../kernel/id.ts"
import { line } from "../../../kernel/input.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { textKinds } from "../kinds.ts"
import { textModelAdded } from "./events.ts"
import { startOf } from "./start-of.ts"

/** A model of the body's own for a kind of text; it begins with the one that is shipped. */
export const addTextModel = command({
  name: "textModels.add",
  input: z.object({ bodyId: z.uuid(), kind: z.enum(textKinds), name: line(120) }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("texts.manage"),
  async run({ input: { kind, name }, subject: body, ...given }) {
    const { actor, db, now } = given
    const modelId = newId()
    const doc = await startOf(kind, null, { sitting_item_id: null, sitting_id: null }, body.id, given)
    await db
      .insertInto("text_models")
      .values({
        organisation_id: actor.organisation,
        id: modelId,
        body_id: body.id,
        kind,
        name,
        doc: doc && json(doc),
        changed_by: actor.personId,
        changed_at: now,
      })
      .execute()
    return textModelAdded({ modelId, bodyId: body.id })
  },
})
