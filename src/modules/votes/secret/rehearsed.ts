import { sql } from "kysely"
import type { Circumstances } from "../../../kernel/rule.ts"

export type Rehearsal = {
  ballot_id: string
  at: Temporal.Instant
  found: boolean
  tellers: { name: string; how: "device" | "paper" }[]
}
/** `no_paper`: it opened, and never with a share from paper, which is what helps when a telephone is lost. */
export type Rehearsed = { state: "no" | "failed" | "no_paper" | "yes"; last: Omit<Rehearsal, "ballot_id"> | null }

/** How the opening of the urns of these votes was rehearsed: of urns as they are now, and of destroyed ones as they were last. */
export const rehearsedOf = async (
  ballotIds: readonly string[],
  { db }: Pick<Circumstances, "db">,
): Promise<Map<string, Rehearsed>> => {
  if (ballotIds.length === 0) return new Map()
  const { rows } = await sql<Rehearsal>`
    select r.ballot_id, r.ended_at as at, r.found, coalesce((
        select jsonb_agg(jsonb_build_object('name', p.given_name || ' ' || p.family_name, 'how', s.how) order by p.folded collate "C", p.id)
          from rehearsal_shares s join people p on (p.organisation_id, p.id) = (s.organisation_id, s.from_id)
         where (s.organisation_id, s.rehearsal_id) = (r.organisation_id, r.id)), '[]') as tellers
      from urn_rehearsals r
      left join ballot_urns u on (u.organisation_id, u.ballot_id) = (r.organisation_id, r.ballot_id)
     where r.ballot_id = any(${[...ballotIds]}::uuid[]) and r.ended_at is not null
       and r.urn_key = coalesce(u.urn->>'key', r.urn_key)
     order by r.ended_at desc, r.id desc limit 500`.execute(db)
  return new Map(ballotIds.map((id) => [id, stateOf(rows.filter(({ ballot_id }) => ballot_id === id))]))
}

const stateOf = (all: readonly Rehearsal[]): Rehearsed => {
  const [newest] = all
  if (!newest) return { state: "no", last: null }
  const good = all.filter(({ found }) => found)
  const byPaper = good.find(({ tellers }) => tellers.some(({ how }) => how === "paper"))
  const { ballot_id: _, ...last } = newest.found ? (byPaper ?? newest) : newest
  return { state: newest.found ? (byPaper ? "yes" : "no_paper") : "failed", last }
}

/** Who rehearses now, with the key made for it, and the envelopes that came for whoever asks. */
export const rehearsingOf = async (ballotId: string, { actor, db }: Circumstances) => {
  const { rows } = await sql<{ teller: string; key: string; passed_by_me: boolean; shares: string[] }>`
    select r.opener_id as teller, r.key,
           exists (select from rehearsal_shares s where (s.organisation_id, s.rehearsal_id) = (r.organisation_id, r.id)
                     and s.from_id = ${actor.personId}) as passed_by_me,
           case when r.opener_id = ${actor.personId} then coalesce((
             select array_agg(s.envelope order by s.from_id) from rehearsal_shares s
              where (s.organisation_id, s.rehearsal_id) = (r.organisation_id, r.id) and s.envelope is not null), '{}') else '{}' end as shares
      from urn_rehearsals r
      join ballot_urns u on (u.organisation_id, u.ballot_id) = (r.organisation_id, r.ballot_id) and u.urn->>'key' = r.urn_key
     where r.ballot_id = ${ballotId} and r.ended_at is null order by r.opener_id`.execute(db)
  return rows
}
