import { z } from "zod"
import { command } from "../../../kernel/command.ts"
import { day, ids, text } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { format } from "../../../kernel/words/words.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { ballotFields } from "../fields.ts"
import { findOperation } from "../operation/operation.ts"
import { operationFields } from "../operation/fields.ts"
import { insertOperation } from "../operation/prepare-operation.ts"
import { insertBallot } from "../prepare.ts"

/** What the auditors conclude: an assembly reads it before it approves, and before it discharges. */
export const opinions = ["favourable", "with_reserves", "unfavourable", "none"] as const

/**
 * Puts the accounts of a year to the vote, with the discharge of those who kept them, and the budget of the next: three questions in
 * one operation, each with its papers and with what the auditors conclude. Each is then a vote like others.
 */
export const prepareAccounts = command({
  name: "votes.prepareAccounts",
  input: z.object({
    bodyId: z.uuid(),
    year: z.int().min(1900).max(2200),
    onDay: day(),
    meetingId: z.uuid().nullable().default(null),
    manner: z.enum(["named", "hand", "paper", "secret"]).default("hand"),
    accountIds: ids(10).default([]),
    auditIds: ids(10).default([]),
    opinion: z.enum(opinions).default("none"),
    /** What the auditors say, in their words. */
    said: text(5000).default(""),
    discharge: z.boolean().default(true),
    budgetIds: ids(10).default([]),
    budget: z.boolean().default(true),
  }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("decisions.manage"),
  async run({ input, subject: body, ...given }) {
    const { year, onDay, meetingId, manner, accountIds, auditIds, opinion, said, budgetIds } = input
    const { language } = given.actor
    // As words: a year is no number to be grouped by thousands.
    const words = (key: string, of = year) => format(language, key, { year: String(of) })
    // What is decided without its papers is decided blindly.
    if (accountIds.length === 0) refuse("votes.no_accounts")
    const prepared = await insertOperation(
      operationFields.parse({ title: words("votes.accounts.title"), onDay: onDay.toString(), meetingId }),
      body,
      given,
    )
    const { operationId } = prepared.facts
    const operation = (await findOperation(operationId, given)) ?? refuse("not_found", {}, 404)
    const audit = [words(`votes.accounts.opinion.${opinion}`), said].filter(Boolean).join("\n\n")
    const questions = [
      {
        title: words("votes.accounts.approve"),
        question: `${words("votes.accounts.approve.question")}\n\n${audit}`,
        paperIds: [...accountIds, ...auditIds],
      },
      ...(input.discharge
        ? [
            {
              title: words("votes.accounts.discharge"),
              question: `${words("votes.accounts.discharge.question")}\n\n${audit}`,
              paperIds: auditIds,
            },
          ]
        : []),
      ...(input.budget
        ? [
            {
              title: words("votes.accounts.budget", year + 1),
              question: words("votes.accounts.budget.question", year + 1),
              paperIds: budgetIds,
            },
          ]
        : []),
    ]
    const events = []
    for (const one of questions) {
      const asked = { ...one, kind: "yes_no", method: "majority", manner, onDay: onDay.toString() }
      events.push(await insertBallot(ballotFields.parse(asked), body, operation, given))
    }
    return [prepared, ...events]
  },
})
