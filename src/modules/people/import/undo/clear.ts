import { sql } from "kysely"
import type { Schedule } from "../../../../kernel/job.ts"
import type { Circumstances } from "../../../../kernel/rule.ts"

/**
 * Each night: the rows without a name that an import leaves when it is taken back. PostgreSQL asks of each row that goes whether one of
 * a hundred tables names it, a millisecond a person: too long while somebody waits, and nothing is left in them.
 */
export const clearUndone: Schedule = {
  name: "remove the empty rows of imports taken back",
  cron: "10 4 * * *",
  run: async (given) => {
    for (let done = 0; done < MOST; done += SET) if ((await clearSome(given)) < SET) return
  },
}

const SET = 1000
const MOST = 50_000

const clearSome = async ({ db, held }: Circumstances): Promise<number> => {
  const { rows } = await sql<{ id: string }>`
    select p.id from imports i join import_lines l on (l.organisation_id, l.import_id) = (i.organisation_id, i.id)
      join people p on (p.organisation_id, p.id) = (l.organisation_id, l.person_id)
     where i.undone_at is not null and l.state = 'created' and p.erased_on is not null
       and not exists (select from import_kept k where (k.organisation_id, k.import_id, k.person_id) = (i.organisation_id, i.id, p.id))
     limit ${SET} for update of p`.execute(db)
  const ids = rows.map(({ id }) => id)
  await sql`update import_lines set person_id = null where person_id = any(${ids}::uuid[])`.execute(db)
  // Nobody can name who was erased; should something do so all the same, the row stays, and the night is not lost.
  const named = held.flatMap(({ table, person, byDoor }) =>
    byDoor
      ? []
      : [sql`exists (select from ${sql.table(table)} t where ${sql.ref(`t.${person}`)} = people.id offset 0)`],
  )
  await sql`delete from people where id = any(${ids}::uuid[]) and not (${sql.join(named, sql` or `)})`.execute(db)
  return ids.length
}
