import type { Circumstances } from "../../kernel/rule.ts"
import type { Election } from "./election.ts"

/** What somebody is elected for: the function as it is called today, or the role as it was named. */
export const whatOf = async (
  { function_id, role }: Pick<Election, "function_id" | "role">,
  { db }: Pick<Circumstances, "db">,
): Promise<string> => {
  if (role !== null) return role
  const found = await db.selectFrom("functions").select("name_n").where("id", "=", function_id).executeTakeFirst()
  return found?.name_n ?? ""
}
