import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { confide } from "../../kernel/confide.ts"
import { newId } from "../../kernel/id.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { findBody } from "../bodies/contract.ts"
import { holds, mustSee } from "../mandates/contract.ts"
import { counted } from "../../kernel/rich-text/count.ts"
import { textBegun } from "./events.ts"
import { fieldsOf, textSaid, validUntil } from "./fields.ts"
import { textKinds } from "./kinds.ts"
import { placed } from "./place.ts"
import { startOf } from "./models/start-of.ts"
import { step } from "./step.ts"

const begun = z.object({ kind: z.enum(textKinds), modelId: z.uuid().nullish(), ...textSaid })

/** Begins a text of a kind, from its model. */
export const beginText = command({
  name: "texts.begin",
  input: begun.extend({ bodyId: z.uuid() }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("texts.write"),
  async run({ input, subject: body, ...given }) {
    const textId = await insertText(input, body.id, given)
    return textBegun({ textId, bodyId: body.id, kind: input.kind })
  },
})

/** Writes a new text as its form says, from its model; answers its id. What happened is to be recorded by who calls. */
export const insertText = async (
  input: z.output<typeof begun>,
  bodyId: string,
  given: Circumstances,
): Promise<string> => {
  const { actor, db, now } = given
  await mustSee([input.authorId], given)
  const fields = fieldsOf(input.kind, input.fields)
  const place = await placed(input, { matter_id: null, sitting_item_id: null, sitting_id: null }, bodyId, given)
  const confidential = input.confidential || place.confidential
  const doc = await startOf(input.kind, input.modelId ?? null, place, bodyId, given)
  const id = newId()
  const words = confide(given, confidential)
  await db
    .insertInto("texts")
    .values({
      organisation_id: actor.organisation,
      id,
      body_id: bodyId,
      kind: input.kind,
      title: input.title,
      author_id: input.authorId ?? null,
      written_by: actor.personId,
      matter_id: place.matter_id,
      sitting_item_id: place.sitting_item_id,
      sitting_id: place.sitting_id,
      confidential,
      fields: words.doc(fields),
      doc: words.doc(doc),
      ...counted(doc),
      limit_signs: input.limitSigns ?? null,
      limit_minutes: input.limitMinutes ?? null,
      due_on: input.dueOn ?? null,
      valid_until: validUntil(fields),
      created_at: now,
      changed_by: actor.personId,
      changed_at: now,
    })
    .execute()
  await step({ id, confidential }, "draft", given)
  return id
}
