import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { day, line, text } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { findBody, insertOwnRule, ruleOf, ruleValueFor, ruleValueSaid } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { ruleOverridden } from "../events.ts"

/** The body's own value of a rule, from a day, with the text that says so. What it replaces stays written and is shown beside it. */
export const overrideRule = command({
  name: "rules.override",
  input: z.object({
    bodyId: z.uuid(),
    key: z.string().max(100),
    value: ruleValueSaid,
    validFrom: day(),
    /** The article of the body's own text: "ROI, art. 12". */
    basis: line(),
    /** Where that text is: a file, a page, minutes. */
    source: line().nullish(),
    /** The day that text was read; today unless told. */
    readOn: day().nullish(),
    note: text(2000).nullish(),
  }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("bodies.manage"),
  async run({ input, subject: body, ...given }) {
    const current = (await ruleOf(body.id, input.key, dayOf(given.now), given.db)) ?? refuse("not_found", {}, 404)
    const value = ruleValueFor(current.unit, input.value)
    const ruleId = await insertOwnRule(
      {
        bodyId: body.id,
        readOn: input.readOn ?? null,
        rule: {
          key: input.key,
          value,
          unit: current.unit,
          count_basis: current.count_basis,
          legal_basis: input.basis,
          source: input.source ?? null,
          valid_from: String(input.validFrom),
          overridden_by: current.overridden_by,
          note: input.note ?? null,
        },
      },
      given,
    )
    return ruleOverridden({ ruleId, bodyId: body.id, key: input.key, validFrom: String(input.validFrom) })
  },
})
