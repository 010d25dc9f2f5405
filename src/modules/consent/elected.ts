import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import type { Language } from "../../kernel/words/words.ts"
import { resultInWords } from "./in-words.ts"

export type ElectedByConsent = {
  election_id: string
  body_id: string
  function_id: string | null
  what: string
  person_id: string
  name: string
  form: "m" | "f" | "n"
  elected_at: Temporal.Instant
  /** As the proposal that was consented to says it. */
  term: string | null
  conditions: string | null
  words: string
}

type Row = Omit<ElectedByConsent, "words"> & {
  zone: string
  round: number
  changes: number
  objections: number
  unheard: number
}

/** What a proclamation needs of an election without candidate in which somebody is elected; undefined where nobody is. */
export const electedByConsent = async (
  electionId: string,
  language: Language,
  { db }: Pick<Circumstances, "db">,
): Promise<ElectedByConsent | undefined> => {
  const { rows } = await sql<Row>`
    select e.id as election_id, e.body_id, e.function_id, coalesce(e.role, f.name_n) as what, r.person_id, e.elected_at, r.term,
           r.conditions, r.round, k.zone, trim(p.given_name || ' ' || p.family_name) as name, p.form,
           (select count(n.to_id) from consent_nominations n
             where (n.organisation_id, n.election_id) = (e.organisation_id, e.id))::int as changes,
           (select count(a.objection) from consent_answers a
              join consent_proposals o on (o.organisation_id, o.id) = (a.organisation_id, a.proposal_id)
             where (o.organisation_id, o.election_id) = (e.organisation_id, e.id))::int as objections,
           (select count(*) from consent_participants s
             where (s.organisation_id, s.election_id) = (e.organisation_id, e.id)
               and not exists (select from consent_answers a
                     where (a.organisation_id, a.proposal_id, a.person_id) = (r.organisation_id, r.id, s.person_id)))::int as unheard
      from consent_elections e join bodies k on (k.organisation_id, k.id) = (e.organisation_id, e.body_id)
      join consent_proposals r on (r.organisation_id, r.id) = (e.organisation_id, e.proposal_id)
      join people p on (p.organisation_id, p.id) = (r.organisation_id, r.person_id)
      left join functions f on (f.organisation_id, f.id) = (e.organisation_id, e.function_id)
     where e.id = ${electionId} and e.elected_at is not null`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const { zone, round, changes, objections, unheard, ...given } = row
  const on = dayOf(row.elected_at, zone)
  const words = resultInWords(
    { name: row.name, form: row.form, round, changes, objections, unheard, what: row.what, on },
    language,
  )
  return { ...given, words }
}
