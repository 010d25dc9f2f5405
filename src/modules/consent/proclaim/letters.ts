import { sql } from "kysely"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { Composer, Sending } from "../../post/contract.ts"
import { type About, type Addressee, composeElected, composeNotElected } from "../../votes/contract.ts"

type Told = Addressee & { election_id: string; what: string }

/** Welcomes whoever was elected by consent; nothing once the mandate is gone. */
export const electedLetter: Composer = async (sending, given) => {
  const told = await toldOf(sending, given)
  return told ? composeElected(told, about(told, "consent-elected"), given.origin) : null
}

/** Thanks whoever was named and not elected. */
export const notElectedLetter: Composer = async (sending, given) => {
  const told = await toldOf(sending, given)
  return told ? composeNotElected(told, about(told, "consent-not-elected")) : null
}

const about = ({ what, election_id }: Told, kind: "consent-elected" | "consent-not-elected"): About => ({
  subject: `consent.letter.${kind}.subject`,
  footer: "consent.letter.footer",
  title: what,
  at: `/elections-sans-candidat/${election_id}`,
})

const toldOf = async (sending: Sending, { db }: Circumstances): Promise<Told | undefined> => {
  const { rows } = await sql<Told>`
    select e.id as election_id, f.name_n as what, o.letter, o.others_letter, k.name as body_name,
           p.given_name, p.given_name || ' ' || p.family_name as to_name, p.language,
           case p.form when 'm' then f.name_m when 'f' then f.name_f else f.name_n end as function_name,
           f.capabilities, f.second_factor, m.since, m.until
      from consent_proclamations o
      join consent_elections e on (e.organisation_id, e.id) = (o.organisation_id, o.election_id)
      join bodies k on (k.organisation_id, k.id) = (e.organisation_id, e.body_id)
      join functions f on (f.organisation_id, f.id) = (e.organisation_id, e.function_id)
      join people p on p.organisation_id = o.organisation_id
      left join mandates m on (m.organisation_id, m.person_id, m.origin_id) = (o.organisation_id, p.id, o.decision_id)
           and (m.until is null or m.until >= m.since)
     where o.election_id = ${sending.content.election_id} and p.id = ${sending.person_id} and p.email = ${sending.address}`.execute(
    db,
  )
  return rows[0]
}
