import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { holds } from "../../mandates/contract.ts"
import { baseVersionBrought } from "../events.ts"
import { findBaseToChange } from "../seen.ts"
import { insertVersion, mustHaveSource, source } from "./said.ts"

/** The assembly sent the text again, changed. It takes the place of one that was still being mended. */
export const bringVersion = command({
  name: "bases.bringVersion",
  input: z.object({ baseId: z.uuid(), ...source }),
  find: ({ baseId }, given) => findBaseToChange(baseId, given),
  allow: holds("texts.write"),
  async run({ input, subject: base, ...given }) {
    await mustHaveSource(input, given)
    await given.db.deleteFrom("base_versions").where("base_id", "=", base.id).where("adopted_at", "is", null).execute()
    const number = base.version + 1
    await insertVersion({ ...input, baseId: base.id, number }, given)
    return baseVersionBrought({ baseId: base.id, bodyId: base.body_id, number })
  },
})
