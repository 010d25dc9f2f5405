import { sql } from "kysely"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { insertMembership } from "../../mandates/contract.ts"

type Way = { people: readonly string[]; fromId: string; toId: string; on: Temporal.PlainDate }
type Membership = {
  person_id: string
  ring: "member" | "sympathiser" | "supporter"
  dues_until: Temporal.PlainDate | null
  there: boolean
}

/**
 * The people named go on as members of another body, in the ring they had and with their dues. Only those who are of the first one
 * that day can be named. Who is of the other already stays as they are. Answers how many began.
 */
export const carryMembers = async ({ people, fromId, toId, on }: Way, given: Circumstances): Promise<number> => {
  const { rows } = await sql<Membership>`
    select m.person_id, m.ring, m.dues_until,
           exists (select from memberships n where n.person_id = m.person_id and n.body_id = ${toId}
                     and (n.until is null or n.until >= ${on}::date)) as there
      from memberships m
     where m.body_id = ${fromId} and m.person_id = any(${[...people]}::uuid[])
       and m.ring in ('member', 'sympathiser', 'supporter')
       and m.since <= ${on}::date and (m.until is null or m.until >= ${on}::date)`.execute(given.db)
  const found = new Set(rows.map(({ person_id }) => person_id))
  if (people.some((id) => !found.has(id))) refuse("not_found", {}, 404)
  const coming = rows.filter(({ there }) => !there)
  for (const { person_id, ring, dues_until } of coming)
    await insertMembership(
      { personId: person_id, bodyId: toId, dates: { ring, since: on, until: null, dues_until } },
      given,
    )
  return coming.length
}

/** Who holds a function holds the same in the other body, by its key in the profile, where there is one. Answers how many. */
export const carryMandates = async (
  { people, fromId, toId, on, note }: Way & { note: string },
  { db }: Circumstances,
): Promise<number> => {
  const { numAffectedRows } = await sql`
    insert into mandates (organisation_id, id, person_id, function_id, body_id, since, until, origin, origin_note)
    select m.organisation_id, gen_random_uuid(), m.person_id, g.id, ${toId}, ${on}::date, m.until, 'decision', ${note}
      from mandates m
      join functions f on (f.organisation_id, f.id) = (m.organisation_id, m.function_id)
      join functions g on g.organisation_id = f.organisation_id and g.body_id = ${toId} and g.key = f.key and g.ended_on is null
     where m.body_id = ${fromId} and m.person_id = any(${[...people]}::uuid[])
       and m.since <= ${on}::date and (m.until is null or m.until > ${on}::date)
       and not exists (select from mandates n where n.function_id = g.id and n.person_id = m.person_id
                         and (n.until is null or n.until >= ${on}::date))`.execute(db)
  return Number(numAffectedRows ?? 0)
}
