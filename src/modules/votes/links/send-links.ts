import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { holds } from "../../mandates/contract.ts"
import { queueLetters } from "../../post/contract.ts"
import { linksIssued } from "../events.ts"
import { findOperationToChange } from "../operation/operation.ts"
import { issueLinks, oneOf, rolled, waitingFor } from "./issue.ts"

/** Writes to the voters who have no account, each with a link of their own; or to one of them anew, and the link before is dead. */
export const sendLinks = command({
  name: "votes.sendLinks",
  input: z.object({ operationId: z.uuid(), personId: z.uuid().optional() }),
  find: ({ operationId }, given) => findOperationToChange(operationId, given),
  allow: holds("decisions.manage"),
  async run({ input: { personId }, subject, ...given }) {
    const operation = rolled(subject)
    const people = personId
      ? [await oneOf(operation, personId, given)]
      : await waitingFor("email", operation, 10_000, given)
    if (people.length === 0) refuse("votes.nobody_to_write_to")
    if (people.some(({ email }) => !email?.trim())) refuse("votes.no_address")
    const issued = await issueLinks(operation, people, { how: "email", batchId: null }, given)
    await queueLetters(
      issued.map(({ linkId, person }) => ({
        kind: "votes-link",
        bodyId: operation.body_id,
        personId: person.id,
        means: "email" as const,
        address: person.email!.trim(),
        subject: say(languageOf(person.language), "votes.link.letter.subject", { title: operation.title }),
        content: { link_id: linkId },
      })),
      given,
    )
    return linksIssued({
      operationId: operation.id,
      how: "email",
      count: people.length,
      personIds: people.map(({ id }) => id),
      batchId: null,
    })
  },
})
