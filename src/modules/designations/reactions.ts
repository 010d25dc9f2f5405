import { sql } from "kysely"
import { within } from "../../kernel/reaction.ts"
import { personErased } from "../privacy/contract.ts"

export const reactions = [
  within(
    personErased,
    "leave the lists that are not designated, and let go of why somebody was designated all the same",
    async ({ personId }, { db }) => {
      await sql`update designations d set despite = '' where d.despite is not null and exists (
      select from designation_people s where (s.organisation_id, s.designation_id) = (d.organisation_id, d.id) and s.person_id = ${personId})`.execute(
        db,
      )
      await sql`delete from designation_people s using designations d
      where (d.organisation_id, d.id) = (s.organisation_id, s.designation_id) and d.designated_at is null and s.person_id = ${personId}`.execute(
        db,
      )
    },
  ),
]
