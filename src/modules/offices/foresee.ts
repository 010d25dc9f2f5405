import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { day } from "../../kernel/input.ts"
import { read } from "../../kernel/read.ts"
import { findBody } from "../bodies/contract.ts"
import { holds, mustSee } from "../mandates/contract.ts"
import { heldBy, rulesFor } from "./held-by.ts"
import { incompatibilitiesBroughtBy } from "./incompatibilities.ts"
import { institutionKinds, origins, roles } from "./kinds.ts"

/** What the law and the party have against an external mandate before it is recorded, each with its article. */
export const foreseeOffice = read({
  name: "offices.foresee",
  input: z.object({
    bodyId: z.uuid(),
    personId: z.uuid(),
    kind: z.enum(institutionKinds),
    role: z.enum(roles),
    origin: z.enum(origins),
    since: day(),
    until: day().nullish(),
  }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("offices.manage"),
  async run({ input: { bodyId, personId, until = null, ...office }, subject: body, ...given }) {
    const { db, now } = given
    await mustSee([personId], given)
    const today = dayOf(now)
    const all = await heldBy([personId], db)
    const next = { ...office, id: "", person_id: personId, country: body.country, until }
    const warnings = incompatibilitiesBroughtBy(next, all, await rulesFor(bodyId, today, db), today)
    return {
      warnings: warnings.map((one) => ({
        ...one,
        with: one.offices.flatMap((id) => all.find((other) => other.id === id)?.institution_name ?? []),
      })),
    }
  },
})
