import { sql } from "kysely"
import type { Circumstances } from "../../../kernel/rule.ts"
import { isMine } from "../permissions.ts"

export type StepDue = {
  id: string
  day: Temporal.PlainDate
  title: string
  body_id: string
  body_name: string
}

/** The steps that are the actor's to do between two days, both included: those named to them, and those of whom they welcome. */
export const stepsDueBetween = async (
  { from, to, bodyId }: { from: Temporal.PlainDate; to: Temporal.PlainDate; bodyId?: string | undefined },
  given: Circumstances,
): Promise<StepDue[]> => {
  const me = given.actor.personId
  const { rows } = await sql<StepDue>`
    select n.id, s.due as day, s.title || ' · ' || n.given_name || ' ' || n.family_name as title, n.body_id, b.name as body_name
      from newcomers n
      join newcomer_steps s on (s.organisation_id, s.newcomer_id) = (n.organisation_id, n.id)
      join bodies b on (b.organisation_id, b.id) = (n.organisation_id, n.body_id)
     where n.state in ('open', 'paused') and s.done_at is null and s.due between ${from}::date and ${to}::date
       and coalesce(s.person_id, n.welcomer_id) = ${me} and ${isMine(given)}
       and (${bodyId ?? null}::uuid is null or n.body_id = ${bodyId ?? null})
     order by s.due, n.id, s.place limit 500`.execute(given.db)
  return rows
}
