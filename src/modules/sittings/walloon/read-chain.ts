import { z } from "zod"
import { may } from "../../../kernel/command.ts"
import { valueInWords } from "../../../kernel/law/value-in-words.ts"
import { read } from "../../../kernel/read.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
import { holds } from "../../mandates/contract.ts"
import { questionsRuleOf } from "../deadlines/question-rules.ts"
import { findSeenSitting } from "../seen.ts"
import { chainsOf } from "./chains-of.ts"
import { saidSteps } from "./chain.ts"
import { settleStep } from "./settle-step.ts"

/** The chain of a council, each step with its day, its rule and whether it is done; empty for any other assembly. */
export const readChain = read({
  name: "sittings.chain",
  input: z.object({ sittingId: z.uuid() }),
  find: ({ sittingId }, given) => findSeenSitting(sittingId, given),
  allow: isSignedIn,
  async run({ input: { sittingId }, subject, ...given }) {
    const chain = (await chainsOf([sittingId], given)).get(sittingId) ?? []
    const max = await questionsRuleOf(sittingId, given)
    const said: readonly string[] = saidSteps
    return {
      assemblyId: subject.assembly_id,
      /** Of one of ours, by the assembly’s own rules; null: nobody has said. */
      questions: typeof max?.value === "number" ? { max: max.value, article: max.legal_basis } : null,
      steps: chain.map(({ rule, task, ...line }) => ({
        ...line,
        task: task && { id: task.id, state: task.state, owner_name: task.owner_name },
        // One with a task is done by its task, and taken back there.
        bySaying: said.includes(line.step) && !task,
        rule: rule && {
          words: rule.value === null ? null : valueInWords(given.actor.language, rule),
          article: rule.legal_basis,
        },
      })),
      may: { ...(await may(subject, [settleStep], given)), writes: await holds("texts.write")(subject, given) },
    }
  },
})
