import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { findBody } from "../../bodies/contract.ts"
import { rollRuleOf, writeRoll } from "../../members/contract.ts"
import type { Ballot } from "../ballot.ts"
import { findOperationToChange } from "./operation.ts"

type Voted = Pick<Ballot, "body_id" | "title" | "electorate" | "functions" | "on_day">

/** The rule by which the roll of a vote is made: as the rulebook says, or as it was prepared. */
export const rollRuleFor = async (
  { electorate, functions, on_day }: Omit<Voted, "body_id" | "title">,
  body: Parameters<typeof rollRuleOf>[0],
  { db }: Pick<Circumstances, "db">,
) => {
  const { rule: usual } = await rollRuleOf(body, on_day, db)
  return { ...usual, who: electorate === "rulebook" ? usual.who : electorate, functions }
}

/** Freezes the roll of one vote. */
export const newRoll = async (it: Voted, given: Circumstances) => {
  const body = (await findBody(it.body_id, given.db)) ?? refuse("not_found", {}, 404)
  const rule = await rollRuleFor(it, body, given)
  const rolled = await writeRoll(body, { title: it.title, onDay: it.on_day, rule }, given)
  return { rollId: rolled.facts.rollId, entitled: rolled.facts.entitled, rolled: [rolled] }
}

/** The roll of an operation: frozen when its first vote opens, and the same for all that follow, the rounds too. */
export const rollOfOperation = async (operationId: string, given: Circumstances) => {
  const operation = (await findOperationToChange(operationId, given)) ?? refuse("not_found", {}, 404)
  if (operation.roll_id) return { rollId: operation.roll_id, entitled: operation.entitled!, rolled: [] }
  const made = await newRoll(operation, given)
  await given.db
    .updateTable("voting_operations")
    .set({ roll_id: made.rollId, entitled: made.entitled })
    .where("id", "=", operation.id)
    .execute()
  return made
}
