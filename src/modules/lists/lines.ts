import { sql } from "kysely"
import { z } from "zod"
import { newId } from "../../kernel/id.ts"
import { refuse } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { isIn, onlyBodies } from "../mandates/contract.ts"

/** More than two thousand is a mailing, not a list that helpers work through. */
export const MOST = 2000

export const personIds = z.array(z.uuid()).min(1).max(MOST)

/**
 * Puts people on a list, each once. They are of its body, or were: a list is lent with their contact details, and those of another
 * body are not this one's to lend. Answers how many are new.
 */
export const addLines = async (
  { id, body_id }: { id: string; body_id: string },
  people: readonly string[],
  { actor, db }: Circumstances,
): Promise<number> => {
  const asked = [...new Set(people)]
  const { rows } = await sql<{ id: string }>`
    select p.id from people p
     where p.id = any(${asked}::uuid[]) and p.erased_on is null and ${isIn(onlyBodies(body_id))}`.execute(db)
  if (rows.length < asked.length) refuse("lists.not_of_body")
  const { count } = await db
    .selectFrom("list_people")
    .select(({ fn }) => fn.countAll<bigint>().as("count"))
    .where("list_id", "=", id)
    .executeTakeFirstOrThrow()
  if (Number(count) + asked.length > MOST) refuse("lists.too_long", { most: MOST })
  const added = await db
    .insertInto("list_people")
    .values(
      asked.map((person_id) => ({
        organisation_id: actor.organisation,
        id: newId(),
        list_id: id,
        person_id,
        outcome: null,
        note: null,
        noted_by: null,
        noted_at: null,
      })),
    )
    .onConflict((on) => on.doNothing())
    .returning("person_id")
    .execute()
  return added.length
}
