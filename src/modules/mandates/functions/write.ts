import { sql } from "kysely"
import { newId } from "../../../kernel/id.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { endMandatesOf } from "../end-all.ts"
import type { Capability } from "../../bodies/contract.ts"

/** A function as the body defines it: names, what it may do, how many hold it, for how long. */
export type FunctionDefinition = {
  name_m: string
  name_f: string
  name_n: string
  capabilities: readonly Capability[]
  reach: "body" | "below"
  holders_min: number
  holders_max: number | null
  term_months: number | null
  consecutive_max: number | null
  excludes: readonly string[]
  parity: boolean
  second_factor: boolean
}

/** Writes a new function of a body; answers its id. Its key is its own: nothing of the profile is meant. */
export const insertFunction = async (
  { bodyId, definition }: { bodyId: string; definition: FunctionDefinition },
  { actor, db }: Circumstances,
): Promise<string> => {
  const id = newId()
  await db
    .insertInto("functions")
    .values({
      ...columnsOf(definition),
      organisation_id: actor.organisation,
      id,
      body_id: bodyId,
      key: id,
      ended_on: null,
    })
    .execute()
  return id
}

export const updateFunction = (functionId: string, definition: FunctionDefinition, { db }: Circumstances) =>
  db.updateTable("functions").set(columnsOf(definition)).where("id", "=", functionId).execute()

/** Takes a function out of use: its mandates end that day, those to come never begin. Answers how many. */
export const endFunctionRow = async (
  functionId: string,
  on: Temporal.PlainDate,
  { db }: Circumstances,
): Promise<number> => {
  await db.updateTable("functions").set({ ended_on: on }).where("id", "=", functionId).execute()
  return endMandatesOf(sql`function_id = ${functionId}`, on, db)
}

const columnsOf = ({ capabilities, excludes, ...rest }: FunctionDefinition) => ({
  ...rest,
  capabilities: [...capabilities],
  excludes: [...excludes],
})
