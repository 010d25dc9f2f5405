import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { holds } from "../../mandates/contract.ts"
import { carryAll } from "../carry-all.ts"
import { baseAdopted } from "../events.ts"
import { findBaseToChange, findVersion } from "../seen.ts"
import { paragraphsSaid, sameDraft, writeParagraphs } from "./mend.ts"

/** From here on this version is the one that is amended; amendments that are open follow it, or are to be taken up. */
export const adoptBase = command({
  name: "bases.adopt",
  input: z.object({ baseId: z.uuid(), revision: z.int().min(0), paragraphs: paragraphsSaid.nullish() }),
  find: ({ baseId }, given) => findBaseToChange(baseId, given),
  allow: holds("texts.write"),
  async run({ input, subject: base, ...given }) {
    const { actor, db, now } = given
    const draft = await sameDraft(base, input.revision, given)
    const paragraphs = input.paragraphs ?? draft.paragraphs ?? []
    if (paragraphs.length === 0) refuse("bases.empty")
    if (input.paragraphs) await writeParagraphs(draft, input.paragraphs, given)
    await db
      .updateTable("base_versions")
      .set({ adopted_at: now, adopted_by: actor.personId })
      .where("base_id", "=", base.id)
      .where("number", "=", draft.number)
      .execute()
    const before = await findVersion(base, given)
    await db.updateTable("bases").set({ version: draft.number }).where("id", "=", base.id).execute()
    const { stand, snagged } = before
      ? await carryAll(base, { number: draft.number, paragraphs }, given)
      : { stand: 0, snagged: 0 }
    return baseAdopted({ baseId: base.id, bodyId: base.body_id, number: draft.number, stand, snagged })
  },
})
