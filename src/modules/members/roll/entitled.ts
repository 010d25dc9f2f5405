import { type RawBuilder, sql } from "kysely"
import type { Db } from "../../../kernel/db.ts"
import type { Who } from "../../mandates/contract.ts"

/** SQL, a condition: somebody may vote by a frozen roll (SQL, its id). */
export const isEntitled = (rollId: RawBuilder<unknown>, personId: Who) => sql<boolean>`exists (
  select from roll_lines l where l.organisation_id = current_org() and l.roll_id = ${rollId} and l.person_id = ${personId} and l.entitled)`

/** What a frozen roll says of somebody: may they vote, and why; undefined where it does not know them. */
export const lineOfRoll = (rollId: string, personId: string, db: Db) =>
  db
    .selectFrom("roll_lines")
    .select(["entitled", "reasons"])
    .where("roll_id", "=", rollId)
    .where("person_id", "=", personId)
    .orderBy("entitled", "desc")
    .limit(1)
    .executeTakeFirst()
