import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Event } from "../../../kernel/event.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { counterpartAdded, counterpartChanged } from "../events.ts"
import type { Kind } from "../tables.ts"
import { insertCounterpart } from "./add.ts"
import { columnsOf, details } from "./fields.ts"
import { keepThrough } from "./roles.ts"

/**
 * An organisation of a file, by its name: the one that is there, or a new one. For what is said of an organisation elsewhere (who
 * of ours sits in a council): there is one outside world, and it is written down once.
 */
export const placeOrganisation = async (
  { bodyId, name, kind }: { bodyId: string; name: string; kind: Kind },
  given: Circumstances,
): Promise<{ id: string; events: Event[] }> => {
  const { rows } = await sql<{ id: string }>`
    select id from counterparts
     where body_id = ${bodyId} and nature = 'organisation' and folded = name_folded(${`${name} `})
     order by ended_on nulls first, kind <> ${kind}, id limit 1`.execute(given.db)
  if (rows[0]) return { id: rows[0].id, events: [] }
  const columns = { ...columnsOf(details.parse({ name, kind }), "organisation"), nature: "organisation" as const }
  const id = await insertCounterpart(columns, bodyId, given)
  return { id, events: [counterpartAdded({ counterpartId: id, bodyId })] }
}

/** Refuses as 404 what is no organisation of this file. */
export const organisationOf = async (id: string, bodyId: string, { db }: Circumstances): Promise<{ id: string }> => {
  const found = await db
    .selectFrom("counterparts")
    .select("id")
    .where("id", "=", id)
    .where("body_id", "=", bodyId)
    .where("nature", "=", "organisation")
    .executeTakeFirst()
  return found ?? refuse("not_found", {}, 404)
}

/** It has another name from now on, for whoever reads of it. */
export const nameOrganisation = async (id: string, name: string, given: Circumstances): Promise<Event[]> => {
  const { rows } = await sql<{ body_id: string }>`
    update counterparts set name = ${name}, checked_on = ${dayOf(given.now)}::date
     where id = ${id} and name <> ${name} returning body_id`.execute(given.db)
  if (!rows[0]) return []
  await keepThrough({ of: id }, given)
  return [counterpartChanged({ counterpartId: id, bodyId: rows[0].body_id, fields: ["name"] })]
}
