import { sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { day } from "../../../kernel/input.ts"
import type { Rule } from "../../../kernel/law/rule.ts"
import { read } from "../../../kernel/read.ts"
import { findBody, ruleOf, ruleOfMany, ruleValueAsked, supposing } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { valueWords } from "./value-words.ts"

// A federation of thousands is counted, not walked: beyond, the page says that there are more.
const BODIES_AT_MOST = 200

/** What a value would change, before it is saved: the rule in words before and after, and the bodies below that would follow. */
export const foreseeRule = read({
  name: "rules.foresee",
  input: z.object({ bodyId: z.uuid(), key: z.string().max(100), value: ruleValueAsked, validFrom: day() }),
  find: async ({ bodyId, key }, { db, now }) => {
    const body = await findBody(bodyId, db)
    const rule = body && (await ruleOf(bodyId, key, dayOf(now), db))
    return body && rule ? { ...body, rule } : undefined
  },
  allow: holds("bodies.manage"),
  async run({ input: { key, value, validFrom }, subject: { id, rule }, ...given }) {
    const { actor, db, now } = given
    const on = later(validFrom, dayOf(now))
    const { rows: all } = await sql<{ id: string; name: string }>`
      select id, name from bodies where ${id}::uuid = any(line) and closed_on is null
       order by cardinality(line), name limit ${BODIES_AT_MOST + 1}`.execute(db)
    const bodies = all.slice(0, BODIES_AT_MOST)
    const ids = bodies.map((one) => one.id)
    const before = await ruleOfMany(ids, key, on, db)
    const after = await supposing({ bodyId: id, rule, value, from: validFrom }, given, () =>
      ruleOfMany(ids, key, on, db),
    )
    const words = (one: Rule | null | undefined) => one && valueWords(actor.language, one)
    return {
      before: words(before.get(id)),
      after: words(after.get(id)),
      changes: words(before.get(id)) !== words(after.get(id)),
      /** Those below whose own rulebook says nothing of it. */
      follow: bodies.filter((one) => one.id !== id && words(before.get(one.id)) !== words(after.get(one.id))),
      more: all.length > BODIES_AT_MOST,
    }
  },
})

const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) > 0 ? a : b)
