import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"

/** Notes that the actor read the contact details of somebody else: one line for each reader and day. The system reads nothing. */
export const noteOpening = async (personId: string, { actor, db, now }: Circumstances): Promise<void> => {
  if (!actor.personId || actor.personId === personId) return
  await sql`savepoint opening`.execute(db)
  try {
    await sql`insert into person_openings (organisation_id, person_id, opened_by, day)
      values (${actor.organisation}, ${personId}, ${actor.personId}, ${dayOf(now)}::date)
      on conflict (organisation_id, person_id, opened_by, day) do update set times = person_openings.times + 1`.execute(
      db,
    )
    await sql`release savepoint opening`.execute(db)
  } catch (error) {
    // On a full disk people must still be reached: class 53 is "insufficient resources".
    if (!(error as { code?: string }).code?.startsWith("53")) throw error
    await sql`rollback to savepoint opening`.execute(db)
  }
}

export type Opening = { day: Temporal.PlainDate; by: string; times: number }

/** Who opened the file of a person, the last first: at most two hundred lines. */
export const openingsOf = async (personId: string, { db }: Pick<Circumstances, "db">): Promise<Opening[]> => {
  const { rows } = await sql<Opening>`
    select o.day, p.given_name || ' ' || p.family_name as by, o.times
      from person_openings o join people p on (p.organisation_id, p.id) = (o.organisation_id, o.opened_by)
     where o.person_id = ${personId} order by o.day desc, by limit 200`.execute(db)
  return rows
}

/** Forgets who opened what before a day; answers how many lines. */
export const forgetOpenings = async (
  before: Temporal.PlainDate,
  { db }: Pick<Circumstances, "db">,
): Promise<number> => {
  const { rows } = await sql`delete from person_openings where day < ${before}::date returning day`.execute(db)
  return rows.length
}
