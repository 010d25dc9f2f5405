import { sql } from "kysely"
import { within } from "../../kernel/reaction.ts"
import { personErased } from "../privacy/contract.ts"

export const reactions = [
  within(personErased, "let go of what was objected to a proposal of them", ({ personId }, { db }) =>
    sql`update consent_answers a set objection = ''
      from consent_proposals r
     where (r.organisation_id, r.id) = (a.organisation_id, a.proposal_id) and r.person_id = ${personId} and a.objection is not null`.execute(
      db,
    ),
  ),
]
