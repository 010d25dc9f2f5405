import { moment } from "../../kernel/words/dates.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { say } from "../../words.ts"
import type { Call } from "./call.ts"
import { textOf } from "./template.ts"

/** The words of a call: those somebody wrote, or those of the model as it would read now. */
export const textOfCall = async (call: Call, { actor, db }: Pick<Circumstances, "actor" | "db">): Promise<string> => {
  if (call.text !== null) return call.text
  const { what, holders } = await namesOf(call, { db })
  const until = moment(actor.language, call.ends_at, call.zone)
  return textOf({ ...call, body: call.body_name, what, holders, until }, (key, values) =>
    say(actor.language, key, values),
  )
}

/** What it is for, and the functions of those who may stand, by their names. */
export const namesOf = async (
  { body_id, function_id, outside, functions }: Pick<Call, "body_id" | "function_id" | "outside" | "functions">,
  { db }: Pick<Circumstances, "db">,
): Promise<{ what: string; holders: string[] }> => {
  const all = await db.selectFrom("functions").select(["id", "key", "name_n"]).where("body_id", "=", body_id).execute()
  return {
    what: outside ?? all.find(({ id }) => id === function_id)?.name_n ?? "",
    holders: all.flatMap(({ key, name_n }) => (functions.includes(key) ? [name_n] : [])),
  }
}
