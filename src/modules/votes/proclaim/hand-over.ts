import type { Circumstances } from "../../../kernel/rule.ts"
import { say } from "../../../words.ts"
import type { Holder } from "../../mandates/contract.ts"
import { recordTask } from "../../tasks/contract.ts"
import { houseLanguage } from "./house-language.ts"

const DAYS = 14
const NAMES = 3

/** Asks each who leaves the function to hand over what they have to whoever follows, as a task of the decision. */
export const askToHandOver = async (
  leaving: readonly Holder[],
  elected: readonly { name: string }[],
  { bodyId, decisionId, since }: { bodyId: string; decisionId: string; since: Temporal.PlainDate },
  given: Circumstances,
) => {
  const language = await houseLanguage(given)
  const what = say(language, "votes.hand_over.task", {
    names: elected
      .slice(0, NAMES)
      .map(({ name }) => name)
      .join(", "),
    more: Math.max(0, elected.length - NAMES),
  })
  const events = []
  for (const { person_id } of leaving)
    events.push(
      await recordTask(
        {
          bodyId,
          decisionId,
          what: what.slice(0, 300),
          ownerId: person_id,
          due: since.add({ days: DAYS }),
          note: say(language, "votes.hand_over.note"),
          known: [person_id],
        },
        given,
      ),
    )
  return events
}
