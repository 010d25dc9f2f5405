import { sql } from "kysely"
import type { Circumstances } from "../../../kernel/rule.ts"

/** Two records of one person who both owe a year: what was paid and written under the one that goes belongs to the one that stays. */
export const mergeDues = async (from: string, into: string, { db }: Circumstances): Promise<void> => {
  const both = sql`
    select gone.id as gone, kept.id as kept from dues gone
      join dues kept on (kept.organisation_id, kept.body_id, kept.year) = (gone.organisation_id, gone.body_id, gone.year)
     where gone.person_id = ${from} and kept.person_id = ${into}`
  await sql`update dues_payments x set due_id = b.kept from (${both}) b where x.due_id = b.gone`.execute(db)
  await sql`
    delete from dues_letters l using (${both}) b
     where l.due_id = b.gone and exists (select from dues_letters k where k.due_id = b.kept and k.step = l.step)`.execute(
    db,
  )
  await sql`update dues_letters l set due_id = b.kept from (${both}) b where l.due_id = b.gone`.execute(db)
}
