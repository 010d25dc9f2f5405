import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { day, line } from "../../../kernel/input.ts"
import { invalid } from "../../../kernel/refusal.ts"
import { anyOf } from "../../../kernel/rule.ts"
import { dayOf } from "../../../kernel/clock.ts"
import { insertOwnRule, ruleOf, ruleValueFor } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { isTimeBefore, placeOf, timesBefore } from "../deadlines/keys.ts"
import { assemblyRulesAnswered } from "../events.ts"
import { findSeenAssembly } from "./seen.ts"

/**
 * What an assembly's own rules of procedure say where the law leaves it to them. Written into the rulebook of the body that prepares its
 * sittings, as any rule of its own; whoever prepares them may, since it says nothing of how the body itself lives.
 */
export const answerAssemblyRules = command({
  name: "assemblies.answerRules",
  input: z.object({
    assemblyId: z.uuid(),
    answers: z
      .array(
        z.object({
          key: z.string().max(100),
          value: z.int().min(0).max(10_000),
          /** In what it is counted, where it is a time before the sitting: as the rulebook has it unless told. */
          unit: z.enum(timesBefore).optional(),
        }),
      )
      .min(1)
      .max(50),
    /** The article that says so: "Règlement intérieur, art. 34". */
    basis: line(),
    source: line().nullish(),
    readOn: day().nullish(),
  }),
  find: ({ assemblyId }, given) => findSeenAssembly(assemblyId, given),
  allow: anyOf<{ body_id: string }>(holds("sittings.manage"), holds("bodies.manage")),
  async run({ input, subject: assembly, ...given }) {
    const place = placeOf(assembly.kind)
    const today = dayOf(given.now)
    for (const [index, { key, value, unit: said }] of input.answers.entries()) {
      const path = ["answers", index, "value"]
      const current = place && key.startsWith(`${place}.`) ? await ruleOf(assembly.body_id, key, today, given.db) : null
      // What the law itself says and leaves no room for is changed in the rulebook, by whoever keeps it, with its warning.
      if (!current?.overridden_by) return invalid(path, "unknown")
      const unit = said && isTimeBefore(assembly.kind, assembly.seats, key) ? said : current.unit
      if (typeof ruleValueFor(unit, value) !== "number") invalid(path, "rule_value")
      await insertOwnRule(
        {
          bodyId: assembly.body_id,
          readOn: input.readOn ?? null,
          rule: {
            key,
            value,
            unit,
            count_basis: current.count_basis,
            legal_basis: input.basis,
            source: input.source ?? null,
            valid_from: String(today),
            overridden_by: current.overridden_by,
            note: null,
          },
        },
        given,
      )
    }
    return assemblyRulesAnswered({
      assemblyId: assembly.id,
      bodyId: assembly.body_id,
      keys: input.answers.map(({ key }) => key),
    })
  },
})
