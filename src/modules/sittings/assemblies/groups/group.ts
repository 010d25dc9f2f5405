import { type Selectable, sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../../kernel/clock.ts"
import { line } from "../../../../kernel/input.ts"
import { invalid } from "../../../../kernel/refusal.ts"
import type { Circumstances } from "../../../../kernel/rule.ts"
import { bodiesOf } from "../../../mandates/contract.ts"
import { sides, tints } from "../../kinds.ts"
import type { AssemblyGroupRow } from "../../tables.ts"

export const groupSaid = z.object({
  name: line(200),
  short: line(20),
  side: z.enum(sides).default("unsaid"),
  tint: z.enum(tints).default("grey"),
  isOurs: z.boolean().default(false),
})

export type Group = Selectable<AssemblyGroupRow> & { body_id: string }

/** A group of an assembly the actor's body follows, locked, while it lasts. */
export const findSeenGroup = async (groupId: string, { actor, db, now }: Circumstances): Promise<Group | undefined> => {
  const { rows } = await sql<Group>`
    select g.*, a.body_id from assembly_groups g join assemblies a on (a.organisation_id, a.id) = (g.organisation_id, g.assembly_id)
     where g.id = ${groupId} and g.ended_on is null and a.body_id in (${bodiesOf(actor.personId!, dayOf(now))})
       for update of g`.execute(db)
  return rows[0]
}

/** Two groups of one short name would be one on a drawing. */
export const withoutNamesake = async (
  { assemblyId, short, but }: { assemblyId: string; short: string; but?: string },
  { db }: Circumstances,
): Promise<void> => {
  const { rows } = await sql`
    select from assembly_groups where assembly_id = ${assemblyId} and lower(short) = lower(${short}) and ended_on is null
       and id is distinct from ${but ?? null}::uuid`.execute(db)
  if (rows.length > 0) invalid(["short"], "name_taken")
}
