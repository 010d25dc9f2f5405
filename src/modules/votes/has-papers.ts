import type { Circumstances } from "../../kernel/rule.ts"
import type { Ballot } from "./ballot.ts"

/** Some of a secret vote is on paper: somebody signed for it, or its figures were typed. */
export const hasPapers = async ({ id }: Pick<Ballot, "id">, { db }: Pick<Circumstances, "db">): Promise<boolean> => {
  const signed = await db
    .selectFrom("ballot_signatures")
    .select("person_id")
    .where("ballot_id", "=", id)
    .where("how", "=", "paper")
    .limit(1)
    .execute()
  const typed = await db.selectFrom("ballot_figures").select("typed_by").where("ballot_id", "=", id).limit(1).execute()
  return signed.length + typed.length > 0
}
