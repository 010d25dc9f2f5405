import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import { ruleWithReasonOn } from "../../../kernel/law/rule.ts"
import { day } from "../../../kernel/input.ts"
import { read } from "../../../kernel/read.ts"
import { anyOf } from "../../../kernel/rule.ts"
import { assemblyQuestions, findBodyEvenClosed, profiles, ruleName, rulebooksOf } from "../../bodies/contract.ts"
import { holds, isOfBody } from "../../mandates/contract.ts"
import { overrideRule } from "./override.ts"
import { valueWords } from "./value-words.ts"

/** Every rule that binds a body on a day: its value, where it comes from and how surely, what it replaces, what nobody knows yet. */
export const readRulebook = read({
  name: "bodies.readRulebook",
  input: z.object({ bodyId: z.uuid(), on: day().optional() }),
  find: ({ bodyId }, { db }) => findBodyEvenClosed(bodyId, db),
  allow: anyOf<{ body_id: string }>(isOfBody, holds("bodies.manage")),
  async run({ input, subject: body, ...given }) {
    const on = input.on ?? dayOf(given.now)
    const { language } = given.actor
    const books = await rulebooksOf(body.id, given.db)
    const questions = [...(profiles[body.profile as keyof typeof profiles]?.questions ?? []), ...assemblyQuestions]
    const keys = [...new Set(books.flatMap(({ rules }) => rules.map(({ key }) => key)))]
    const names = await given.db
      .selectFrom("bodies")
      .select(["id", "name"])
      .where("id", "in", [body.id, ...books.map(({ body_id }) => body_id)])
      .execute()
    const rules = keys.flatMap((key) => {
      const found = books.map(({ body_id, rules: all }) => ({ body_id, it: ruleWithReasonOn(all, key, on) }))
      const chosen = found.find(({ it }) => it && it.rule.value !== null) ?? found.find(({ it }) => it)
      if (!chosen?.it) return []
      const { rule, replaces, against_the_law } = chosen.it
      return [
        {
          ...rule,
          name: ruleName(language, key),
          words: valueWords(language, rule),
          ask: questions.find((one) => one.rule === key)?.ask[language] ?? null,
          is_own: rule.jurisdiction === "own",
          from: chosen.body_id === body.id ? null : (names.find(({ id }) => id === chosen.body_id)?.name ?? null),
          replaces: replaces && { words: valueWords(language, replaces), legal_basis: replaces.legal_basis },
          against_the_law,
        },
      ]
    })
    return {
      body: { id: body.id, name: body.name, code: body.code },
      on,
      rules,
      may: await may(body, [overrideRule], given),
    }
  },
})
