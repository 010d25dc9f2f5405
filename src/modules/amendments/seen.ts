import { type Selectable, sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { bodiesOf, type Who } from "../mandates/contract.ts"
import type { BaseRow, BaseVersionRow } from "./tables.ts"

/** SQL, of a base `b`: whoever belongs to the body that amends it. It is a text of the assembly, not ours. */
export const isBaseSeen = (who: Who, on: Temporal.PlainDate) => sql<boolean>`b.body_id in (${bodiesOf(who, on)})`

export type Base = Selectable<BaseRow>
export type BaseVersion = Selectable<BaseVersionRow>

/** A base the actor sees, or undefined. */
export const findSeenBase = (baseId: string, given: Circumstances): Promise<Base | undefined> => found(baseId, given)

/** The same, locked: amendments and a new version wait for one another. */
export const findBaseToChange = (baseId: string, given: Circumstances): Promise<Base | undefined> =>
  found(baseId, given, true)

const found = async (baseId: string, { actor, db, now }: Circumstances, locked = false) => {
  const { rows } = await sql<Base>`
    select b.* from bases b where b.id = ${baseId} and ${isBaseSeen(actor.personId!, dayOf(now))}
     ${locked ? sql`for update of b` : sql``}`.execute(db)
  return rows[0]
}

/** One version of a base; by default the one that is amended. */
export const findVersion = (
  base: Pick<Base, "id" | "version">,
  { db }: Pick<Circumstances, "db">,
  number = base.version,
): Promise<BaseVersion | undefined> =>
  db
    .selectFrom("base_versions")
    .selectAll()
    .where("base_id", "=", base.id)
    .where("number", "=", number)
    .executeTakeFirst()

/** The version that is being mended, if one is. */
export const findDraft = (
  { id }: Pick<Base, "id">,
  { db }: Pick<Circumstances, "db">,
): Promise<BaseVersion | undefined> =>
  db
    .selectFrom("base_versions")
    .selectAll()
    .where("base_id", "=", id)
    .where("adopted_at", "is", null)
    .executeTakeFirst()
