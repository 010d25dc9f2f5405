import { z } from "zod"
import { read } from "../../../kernel/read.ts"
import { anyOf } from "../../../kernel/rule.ts"
import { findBodyEvenClosed, rulebooksOf } from "../../bodies/contract.ts"
import { holds, isOfBody } from "../../mandates/contract.ts"
import { valueWords } from "./value-words.ts"

/** Every value a rule ever had for a body, its own and those of the bodies above, the newest first: nothing is written over. */
export const readRuleHistory = read({
  name: "rules.history",
  input: z.object({ bodyId: z.uuid(), key: z.string().max(100) }),
  find: ({ bodyId }, { db }) => findBodyEvenClosed(bodyId, db),
  allow: anyOf<{ body_id: string }>(isOfBody, holds("bodies.manage")),
  async run({ input: { key }, subject: { id }, ...given }) {
    const books = await rulebooksOf(id, given.db, key)
    const names = await given.db
      .selectFrom("bodies")
      .select(["id", "name"])
      .where("id", "in", [id, ...books.map(({ body_id }) => body_id)])
      .execute()
    const rows = books.flatMap(({ body_id, rules }) =>
      rules.toReversed().map((rule) => ({
        id: rule.id,
        words: valueWords(given.actor.language, rule),
        is_own: rule.jurisdiction === "own",
        from: body_id === id ? null : (names.find((one) => one.id === body_id)?.name ?? null),
        valid_from: rule.valid_from,
        valid_to: rule.valid_to,
        legal_basis: rule.legal_basis,
        source: rule.source,
        read_on: rule.read_on,
        confidence: rule.confidence,
        note: rule.note,
      })),
    )
    return { rows }
  },
})
