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

/** The same of several people; those it does not know are left out. */
export const linesOfRollFor = (rollId: string, personIds: readonly string[], db: Db) =>
  db
    .selectFrom("roll_lines")
    .select(["person_id", "entitled", "reasons"])
    .where("roll_id", "=", rollId)
    .where("person_id", "in", [...personIds])
    // Of two lines of one person, merged since, the one that votes is read last.
    .orderBy("entitled")
    .execute()

/** Those who may vote by a frozen roll, in its order, a page of them; those whose name holds `q`. Who was erased since has no name. */
export const votersOfRoll = async (
  rollId: string,
  { q, limit, after }: { q?: string | undefined; limit: number; after: number },
  db: Db,
) => {
  const { rows } = await sql<{ person_id: string; name: string; place: number }>`
    select person_id, name, place from roll_lines
     where organisation_id = current_org() and roll_id = ${rollId} and entitled and place > ${after}
       and ${q ? sql`position(f_unaccent(lower(${q})) in f_unaccent(lower(name))) > 0` : sql`true`}
     order by place limit ${limit + 1}`.execute(db)
  return { rows: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]!.place : null }
}
