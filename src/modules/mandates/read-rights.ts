import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../kernel/clock.ts"
import { read } from "../../kernel/read.ts"
import { isSignedIn } from "../../kernel/rule.ts"
import { format } from "../../kernel/words/words.ts"
import { reasonWords } from "./reason-words.ts"
import { reasons } from "./rights.ts"
import { seesReasonsOf, withoutOthersGrants } from "./sees-reasons.ts"

/** Everything a person may do today, body by body, each with where it comes from, in words. */
export const readRights = read({
  name: "mandates.rights",
  input: z.object({ personId: z.uuid() }),
  async find({ personId }, given) {
    if (!(await seesReasonsOf(personId, given))) return undefined
    return given.db
      .selectFrom("people")
      .select(["id", sql<string>`given_name || ' ' || family_name`.as("name")])
      .where("id", "=", personId)
      .executeTakeFirst()
  },
  allow: isSignedIn,
  async run({ subject: { id, name }, ...given }) {
    const { actor, db, now } = given
    const on = dayOf(now)
    const all = await withoutOthersGrants(await reasons({ personId: id, on }, db), id, given)
    const groups = [...Map.groupBy(all, ({ body_id }) => body_id)].map(([body_id, held]) => ({
      body_id,
      body_name: held[0]!.body_name,
      rows: [...Map.groupBy(held, ({ capability }) => capability)].map(([capability, why]) => ({
        capability,
        may: format(actor.language, `capability.${capability}`),
        why: why.map((one) => ({ words: reasonWords(actor.language, one), decision_id: one.decision_id })),
      })),
    }))
    return { id, name, on, groups }
  },
})
