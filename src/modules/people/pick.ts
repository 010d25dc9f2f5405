import { z } from "zod"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { findPeople } from "./find-people.ts"
import { onlyBodies, sightOf } from "../mandates/contract.ts"

/** People to choose one from, by name: those of a body when it is given, else all in sight. `soft` tells namesakes apart. */
export const pickPeople = read({
  name: "people.pick",
  input: z.object({ q: z.string().trim().max(200).optional(), bodyId: z.uuid().optional() }),
  allow: isSignedIn,
  async run({ input: { q, bodyId }, ...given }) {
    const sight = await sightOf(given)
    const { rows } = await findPeople({ q, at: bodyId ? onlyBodies(bodyId) : undefined, limit: 12 }, sight, given.db)
    return rows.map(({ id, name, functions, town }) => ({ id, name, soft: functions.join(", ") || town || "" }))
  },
})
