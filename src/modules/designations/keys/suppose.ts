import { z } from "zod"
import { read } from "../../../kernel/read.ts"
import { findDesignation, prepares } from "../seen.ts"
import { seatsOf } from "../designation.ts"
import { shownShare } from "./in-words.ts"
import { keySaid } from "./key.ts"
import { shareOut } from "./share.ts"

/** What a key would give while it is typed, with every division; nothing as long as nobody has any weight. */
export const supposeKey = read({
  name: "designations.suppose",
  input: z.object({
    designationId: z.uuid(),
    of: z.enum(["groups", "components"]),
    /** The key as JSON: a read is asked by its address, where lists of lines do not go. */
    key: z.string().max(20_000),
  }),
  find: ({ designationId }, given) => findDesignation(designationId, given),
  allow: prepares,
  async run({ input: { of, key: typed }, subject: designation, actor }) {
    const said = keySaid.safeParse(parsedJson(typed))
    const seats = of === "groups" ? designation.seats : seatsOf(designation).ours
    if (!said.success || seats === null || said.data.lines.every(({ weight }) => weight === 0)) return { share: null }
    const key = of === "groups" ? said.data : { ...said.data, ours: null }
    if (key.ours !== null && key.ours >= key.lines.length) return { share: null }
    const { country, institution_kind: kind, role } = designation
    return { share: shownShare(key, shareOut(key, seats, []), seats, { country, kind, role }, actor.language) }
  },
})

const parsedJson = (typed: string): unknown => {
  try {
    return JSON.parse(typed)
  } catch {
    return null
  }
}
