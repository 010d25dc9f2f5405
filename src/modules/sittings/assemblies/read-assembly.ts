import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { may } from "../../../kernel/command.ts"
import { valueInWords } from "../../../kernel/law/value-in-words.ts"
import { read } from "../../../kernel/read.ts"
import { type Circumstances, isSignedIn } from "../../../kernel/rule.ts"
import { assemblyQuestions, assemblyRules, rulesOfMany } from "../../bodies/contract.ts"
import { placeOf } from "../deadlines/keys.ts"
import { recordSitting } from "../record.ts"
import { answerAssemblyRules } from "./answer-rules.ts"
import { type Assembly, findSeenAssembly } from "./seen.ts"

/** An assembly, and its rules as they stand today, those nobody has said yet with their question. */
export const readAssembly = read({
  name: "assemblies.read",
  input: z.object({ assemblyId: z.uuid() }),
  find: ({ assemblyId }, given) => findSeenAssembly(assemblyId, given),
  allow: isSignedIn,
  async run({ input: _, subject, ...given }) {
    const { organisation_id: __, ...assembly } = subject
    return {
      assembly,
      rules: await rulesIn(subject, given),
      may: await may(subject, [answerAssemblyRules, recordSitting], given),
    }
  },
})

const rulesIn = async ({ body_id, kind }: Assembly, { actor, db, now }: Circumstances) => {
  const place = placeOf(kind)
  if (!place) return []
  const keys = assemblyRules(place)
    .map(({ key }) => key)
    .filter(isShown)
  const ruleIn = await rulesOfMany([body_id], keys, db)
  return keys.flatMap((key) => {
    const found = ruleIn(body_id, key, dayOf(now))
    if (!found) return []
    const { rule } = found
    return {
      key,
      unit: rule.unit,
      value: typeof rule.value === "number" ? rule.value : null,
      words: rule.value === null ? null : valueInWords(actor.language, rule),
      article: rule.legal_basis,
      source: rule.source,
      read_on: rule.read_on,
      confidence: rule.confidence,
      note: rule.note,
      is_own: rule.jurisdiction === "own",
      /** Their own text may say otherwise, and it is asked here. */
      ask: rule.overridden_by ? (assemblyQuestions.find((one) => one.rule === key)?.ask[actor.language] ?? null) : null,
    }
  })
}

// The column in their magazine is written elsewhere, and no sitting waits for it.
const isShown = (key: string) => !/\.(tribune_signs|ri_adopted|regulations_bind)$/.test(key)
