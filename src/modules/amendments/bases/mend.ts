import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import { baseMended } from "../events.ts"
import { MOST_PARAGRAPHS } from "../kinds.ts"
import { type Base, type BaseVersion, findBaseToChange, findDraft } from "../seen.ts"
import { type Paragraph, paragraphKinds } from "../../../kernel/amending/paragraph.ts"
import { asJson } from "./said.ts"

export const paragraphsSaid = z
  .array(z.strictObject({ is: z.enum(paragraphKinds), text: z.string().trim().min(1).max(200_000) }))
  .max(MOST_PARAGRAPHS)

/** Saves how the text was put right beside its source. `revision` is the one that was on the screen. */
export const mendBase = command({
  name: "bases.mend",
  input: z.object({ baseId: z.uuid(), revision: z.int().min(0), paragraphs: paragraphsSaid }),
  find: ({ baseId }, given) => findBaseToChange(baseId, given),
  allow: holds("texts.write"),
  async run({ input, subject: base, ...given }) {
    const draft = await sameDraft(base, input.revision, given)
    const revision = await writeParagraphs(draft, input.paragraphs, given)
    return baseMended({ baseId: base.id, bodyId: base.body_id, number: draft.number, revision })
  },
})

/** The version being mended, as it was on the screen; refuses when somebody mended it meanwhile, or adopted it. */
export const sameDraft = async (base: Base, revision: number, given: Circumstances): Promise<BaseVersion> => {
  const draft = (await findDraft(base, given)) ?? refuse("bases.nothing_to_mend")
  if (draft.revision !== revision) refuse("bases.mended_meanwhile")
  return draft
}

export const writeParagraphs = async (
  { base_id, number, revision }: BaseVersion,
  paragraphs: readonly Paragraph[],
  { db }: Circumstances,
): Promise<number> => {
  await db
    .updateTable("base_versions")
    // A scan that was typed by hand is no trouble any more.
    .set({ paragraphs: asJson(paragraphs), revision: revision + 1, trouble: null })
    .where("base_id", "=", base_id)
    .where("number", "=", number)
    .execute()
  return revision + 1
}
