import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { holds } from "../../mandates/contract.ts"
import { linksIssued } from "../events.ts"
import { findOperationToChange } from "../operation/operation.ts"
import { issueLinks, oneOf, rolled, waitingFor } from "./issue.ts"

/** As many sheets as one file holds; more are made by asking again. */
const SHEETS = 500

/** Makes codes for the voters without account whom no mail reaches, to be printed and put into envelopes; or for one of them anew. */
export const printCodes = command({
  name: "votes.printCodes",
  input: z.object({ operationId: z.uuid(), personId: z.uuid().optional() }),
  find: ({ operationId }, given) => findOperationToChange(operationId, given),
  allow: holds("decisions.manage"),
  async run({ input: { personId }, subject, ...given }) {
    const operation = rolled(subject)
    const people = personId
      ? [await oneOf(operation, personId, given)]
      : await waitingFor("post", operation, SHEETS, given)
    if (people.length === 0) refuse("votes.nobody_to_print_for")
    const batchId = newId()
    await issueLinks(operation, people, { how: "post", batchId }, given)
    return linksIssued({
      operationId: operation.id,
      how: "post",
      count: people.length,
      personIds: people.map(({ id }) => id),
      batchId,
    })
  },
})
