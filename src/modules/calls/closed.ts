import { sql } from "kysely"
import type { Circumstances } from "../../kernel/rule.ts"
import type { Parity } from "./parity.ts"

/** Somebody admitted and not withdrawn, at their drawn place. */
export type DrawnCandidate = {
  candidacy_id: string
  person_id: string
  /** As on a ballot: of two with the same name, each with their place. */
  name: string
  /** Null where the file does not know. */
  gender: "f" | "m" | null
  place: number
}

/** A call whose candidates are closed: what a vote on them is made of. */
export type ClosedCall = {
  call_id: string
  body_id: string
  title: string
  seats: number
  function_id: string | null
  function_key: string | null
  /** The mandate elsewhere, when it is not for a function. */
  outside: string | null
  parity: Parity
  least: number | null
  closed_at: Temporal.Instant
  candidates: DrawnCandidate[]
}

/** A closed call with its candidates in drawn order; undefined while they are not closed. Whoever asks has seen to it that the actor may see it. */
export const closedCall = async (
  callId: string,
  { db }: Pick<Circumstances, "db">,
): Promise<ClosedCall | undefined> => {
  const { rows } = await sql<Omit<ClosedCall, "candidates">>`
    select c.id as call_id, c.body_id, c.title, c.seats, c.function_id, f.key as function_key, c.outside, c.parity, c.least, c.closed_at
      from calls c left join functions f on (f.organisation_id, f.id) = (c.organisation_id, c.function_id)
     where c.id = ${callId} and c.closed_at is not null and c.cancelled_at is null`.execute(db)
  const [call] = rows
  return call && { ...call, candidates: await drawn(callId, db) }
}

const drawn = async (callId: string, db: Circumstances["db"]): Promise<DrawnCandidate[]> => {
  const { rows } = await sql<DrawnCandidate>`
    select s.id as candidacy_id, s.person_id, nullif(p.form, 'n') as gender, s.place,
           p.given_name || ' ' || p.family_name
             || case when count(*) over (partition by name_folded(p.given_name || ' ' || p.family_name)) > 1 then ' (' || s.place || ')' else '' end as name
      from candidacies s join people p on (p.organisation_id, p.id) = (s.organisation_id, s.person_id)
     where s.call_id = ${callId} and s.place is not null and s.withdrawn_at is null
     order by s.place`.execute(db)
  return rows
}

/** The closed calls of a body, the last first, to begin a vote from one. */
export const listClosedCalls = async (
  bodyId: string,
  { db }: Pick<Circumstances, "db">,
): Promise<{ id: string; title: string; seats: number; closed_at: Temporal.Instant }[]> => {
  const { rows } = await sql<{ id: string; title: string; seats: number; closed_at: Temporal.Instant }>`
    select id, title, seats, closed_at from calls
     where body_id = ${bodyId} and closed_at is not null order by written_at desc, id desc limit 50`.execute(db)
  return rows
}
