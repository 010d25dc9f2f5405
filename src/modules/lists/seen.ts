import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import { anyOf, type Circumstances, type Rule } from "../../kernel/rule.ts"
import { bodiesWhere, holds, isGiven, isGivenThing, type Who } from "../mandates/contract.ts"
import type { ListRow } from "./tables.ts"

/** SQL, of a list `l`: whoever reads the people of its body, and whoever was given it, until it ends. */
export const isListSeen = (personId: Who, on: Temporal.PlainDate) => sql<boolean>`(
  l.body_id in (${bodiesWhere("people.read", personId, on)})
  or l.ends_on >= ${on}::date and ${isGivenThing("list", sql`l.id`, personId, on)})`

export type List = Pick<ListRow, "id" | "body_id" | "name" | "purpose" | "shows" | "ends_on">

/** A list the actor may read. */
export const findSeenList = async (
  listId: string,
  { actor, db, now }: Circumstances,
): Promise<(List & { body_name: string }) | undefined> => {
  if (!actor.personId) return undefined
  const { rows } = await sql<List & { body_name: string }>`
    select l.id, l.body_id, l.name, l.purpose, l.shows, l.ends_on, b.name as body_name
      from lists l join bodies b on (b.organisation_id, b.id) = (l.organisation_id, l.body_id)
     where l.id = ${listId} and ${isListSeen(actor.personId, dayOf(now))}`.execute(db)
  return rows[0]
}

/** Locked, for whoever may read it. */
export const findListToChange = async (listId: string, given: Circumstances) => {
  const seen = await findSeenList(listId, given)
  return seen && given.db.selectFrom("lists").selectAll().where("id", "=", listId).forUpdate().executeTakeFirst()
}

/** Who notes what became of somebody: whoever reads the file anyway, and whoever was given the list. */
export const notesList: Rule<{ id: string; body_id: string }> = anyOf<{ id: string; body_id: string }>(
  holds("people.manage"),
  isGiven("list", "people.read", ({ id }) => id),
)
