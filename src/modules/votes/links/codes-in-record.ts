import type { Circumstances } from "../../../kernel/rule.ts"

/** How many codes were made to vote without an account, by which way, and how many were taken back or made anew; null: none. */
export const codesIn = async (operationId: string, { db }: Pick<Circumstances, "db">) => {
  const codes = await db
    .selectFrom("voting_links")
    .select(({ fn }) => ["how", fn.countAll<string>().as("made"), fn.count<string>("withdrawn_at").as("dead")])
    .where("operation_id", "=", operationId)
    .groupBy("how")
    .execute()
  if (codes.length === 0) return null
  const made = (by: string) => Number(codes.find(({ how }) => how === by)?.made ?? 0)
  return { email: made("email"), post: made("post"), dead: codes.reduce((sum, { dead }) => sum + Number(dead), 0) }
}
