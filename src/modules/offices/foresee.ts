import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { day } from "../../kernel/input.ts"
import { read } from "../../kernel/read.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { findBody } from "../bodies/contract.ts"
import { holds, mustSee } from "../mandates/contract.ts"
import { heldBy, rulesFor } from "./held-by.ts"
import { type Held, incompatibilitiesBroughtBy } from "./incompatibilities.ts"
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
    await mustSee([personId], given)
    const next = { ...office, person_id: personId, country: body.country, until }
    return { warnings: (await broughtBy([next], bodyId, given)).map(({ person_id: _, ...one }) => one) }
  },
})

/**
 * What offices that are not recorded yet would bring, each with its article and where those sit already. One question for all of
 * them, whom the caller has seen.
 */
export const broughtBy = async (
  coming: readonly Omit<Held, "id">[],
  bodyId: string,
  { db, now }: Pick<Circumstances, "db" | "now">,
) => {
  if (coming.length === 0) return []
  const today = dayOf(now)
  const people = coming.map(({ person_id }) => person_id)
  const all = await heldBy(people, db)
  const rules = await rulesFor(bodyId, today, db)
  return coming.flatMap((one) => {
    const theirs = all.filter(({ person_id }) => person_id === one.person_id)
    return incompatibilitiesBroughtBy({ ...one, id: "" }, theirs, rules, today).map((found) => ({
      ...found,
      with: found.offices.flatMap((id) => theirs.find((other) => other.id === id)?.institution_name ?? []),
    }))
  })
}
