import { z } from "zod"
import { may } from "../../../kernel/command.ts"
import { valueInWords } from "../../../kernel/law/value-in-words.ts"
import { read } from "../../../kernel/read.ts"
import { isSignedIn } from "../../../kernel/rule.ts"
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
    const said: readonly string[] = saidSteps
    return {
      assemblyId: subject.assembly_id,
      steps: chain.map(({ rule, task, ...line }) => ({
        ...line,
        task: task && { id: task.id, state: task.state, owner_name: task.owner_name },
        bySaying: said.includes(line.step) && task?.state !== "open",
        rule: rule && {
          words: rule.value === null ? null : valueInWords(given.actor.language, rule),
          article: rule.legal_basis,
        },
      })),
      may: await may(subject, [settleStep], given),
    }
  },
})
