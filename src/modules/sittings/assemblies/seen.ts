import { type Selectable, sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { bodiesOf } from "../../mandates/contract.ts"
import type { AssemblyRow } from "../tables.ts"

export type Assembly = Selectable<AssemblyRow>

/** An assembly whose sittings a body of the actor prepares, or undefined. */
export const findSeenAssembly = async (
  assemblyId: string,
  { actor, db, now }: Circumstances,
): Promise<Assembly | undefined> => {
  const { rows } = await sql<Assembly>`
    select a.* from assemblies a
     where a.id = ${assemblyId} and a.body_id in (${bodiesOf(actor.personId!, dayOf(now))})`.execute(db)
  return rows[0]
}
