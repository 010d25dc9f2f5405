import { sql } from "kysely"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { atStep, type Election } from "../election.ts"

/** Where the consent round stands. */
export type Standing = {
  proposal_id: string
  proposed_id: string
  went_on: boolean
  /** Of those who take part, without the person proposed, who have not answered. */
  missing: number
  /** What the person proposed answered. */
  own: "consent" | "objection" | null
  objections: number
}

export const standingOf = async (election: Election, { db }: Pick<Circumstances, "db">): Promise<Standing> => {
  atStep(election, "consent")
  const { rows } = await sql<Standing>`
    select p.id as proposal_id, p.person_id as proposed_id, p.went_on_at is not null as went_on,
           (select count(*) from consent_participants s
             where (s.organisation_id, s.election_id) = (p.organisation_id, p.election_id) and s.person_id <> p.person_id
               and not exists (select from consent_answers a
                     where (a.organisation_id, a.proposal_id, a.person_id) = (p.organisation_id, p.id, s.person_id)))::int as missing,
           (select a.answer from consent_answers a
             where (a.organisation_id, a.proposal_id, a.person_id) = (p.organisation_id, p.id, p.person_id)) as own,
           (select count(*) from consent_answers a
             where (a.organisation_id, a.proposal_id) = (p.organisation_id, p.id) and a.answer = 'objection')::int as objections
      from consent_proposals p where p.id = ${election.proposal_id}`.execute(db)
  return rows[0]!
}

/** The proposal is the one that was before one’s eyes. */
export const stillBefore = (election: Election, proposalId: string): Election =>
  atStep(election, "consent").proposal_id === proposalId ? election : refuse("consent.proposal_changed")
