import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import { record } from "../../../kernel/command.ts"
import type { Schedule } from "../../../kernel/job.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { queueLetters } from "../../post/contract.ts"
import { sheetsAsked, sheetsForgotten } from "../events.ts"
import { isHere } from "../here.ts"

/** On Tuesday mornings: what was said a year ago is asked again, once. */
export const askAgainEachYear: Schedule = {
  name: "ask again what people can do",
  cron: "40 7 * * 2",
  run: (given) => askAgain(given),
}

type Due = { id: string; body_id: string; person_id: string; email: string; language: string; body_name: string }

/** Writes to those whose answer is a year old and who do not mind; answers how many. */
export const askAgain = async (given: Circumstances): Promise<number> => {
  const today = dayOf(given.now)
  const { rows } = await sql<Due>`
    update skill_sheets h set asked_on = ${today}::date, asked_by = null
      from people p, bodies b
     where (p.organisation_id, p.id) = (h.organisation_id, h.person_id)
       and (b.organisation_id, b.id) = (h.organisation_id, h.body_id) and b.closed_on is null
       and h.confirmed_on <= ${today.subtract({ years: 1 })}::date
       and (h.asked_on is null or h.asked_on <= ${today.subtract({ years: 1 })}::date)
       and h.withdrawn_on is null and h.declined_on is null
       and p.email is not null and not p.post_only and ${isHere(sql`h.body_id`, today)}
    returning h.id, h.body_id, h.person_id, p.email, p.language, b.name as body_name`.execute(given.db)
  await queueLetters(
    rows.map((one) => ({
      kind: "skills-ask",
      bodyId: one.body_id,
      personId: one.person_id,
      means: "email" as const,
      address: one.email,
      subject: say(languageOf(one.language), "skills.letter.subject", { body: one.body_name }),
      content: { sheet_id: one.id },
    })),
    given,
  )
  for (const [bodyId, those] of Map.groupBy(rows, ({ body_id }) => body_id))
    await record(
      [sheetsAsked({ bodyId, people: those.length, byMail: those.length, byPost: 0, unreached: 0, recent: 0 })],
      given,
    )
  return rows.length
}

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
