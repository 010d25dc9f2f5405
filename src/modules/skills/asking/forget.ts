import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import { record } from "../../../kernel/command.ts"
import type { Schedule } from "../../../kernel/job.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { sheetsForgotten } from "../events.ts"
import { isHere } from "../here.ts"

/** Each night: what somebody said serves the body they are of, and is let go of thirty days after they left it. */
export const forgetThoseWhoLeft: Schedule = {
  name: "forget the skills of those who left",
  cron: "25 3 * * *",
  run: (given) => forgetLeft(given),
}

export const forgetLeft = async (given: Circumstances): Promise<number> => {
  const gone = dayOf(given.now).subtract({ days: 30 })
  const { rows } = await sql<{ body_id: string; person_id: string }>`
    delete from skill_sheets h using people p
     where (p.organisation_id, p.id) = (h.organisation_id, h.person_id)
       and not ${isHere(sql`h.body_id`, dayOf(given.now))} and not ${isHere(sql`h.body_id`, gone)}
    returning h.body_id, h.person_id`.execute(given.db)
  if (rows.length === 0) return 0
  const [bodies, people] = [rows.map(({ body_id }) => body_id), rows.map(({ person_id }) => person_id)]
  for (const table of ["person_skills", "skill_requests"] as const)
    await sql`
      delete from ${sql.table(table)} s using skills k, unnest(${bodies}::uuid[], ${people}::uuid[]) as g (body_id, person_id)
       where (k.organisation_id, k.id) = (s.organisation_id, s.skill_id) and k.body_id = g.body_id and s.person_id = g.person_id`.execute(
      given.db,
    )
  await record([sheetsForgotten({ people: rows.length })], given)
  return rows.length
}
