import { confide } from "../../../kernel/confide.ts"
import type { Circumstances } from "../../../kernel/rule.ts"

/** The picture of somebody's signature, as it is written down again: encrypted. */
export const pictureOf = async (personId: string, given: Circumstances): Promise<string | undefined> => {
  const { db } = given
  const found = await db.selectFrom("signatures").select("picture").where("person_id", "=", personId).executeTakeFirst()
  return found && confide(given, true).text(found.picture)
}
