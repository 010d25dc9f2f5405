import { sql } from "kysely"
import type { Db } from "../../kernel/db.ts"
import type { Role } from "./kinds.ts"

export type HeldOffice = {
  id: string
  person_id: string
  institution_id: string
  body_id: string
  name: string
  form: "m" | "f" | "n"
  role: Role
  since: Temporal.PlainDate
  until: Temporal.PlainDate | null
}

/** Who of ours sits in an institution on a day, in the order of their names. Whoever asks has seen to it that the actor may know. */
export const heldThere = async (institutionId: string, on: Temporal.PlainDate, db: Db): Promise<HeldOffice[]> => {
  const { rows } = await sql<HeldOffice>`
    select o.id, o.person_id, o.institution_id, o.body_id, trim(p.given_name || ' ' || p.family_name) as name, p.form, o.role, o.since, o.until
      from offices o join people p on (p.organisation_id, p.id) = (o.organisation_id, o.person_id)
     where o.institution_id = ${institutionId} and o.since <= ${on}::date and (o.until is null or o.until >= ${on}::date)
     order by p.folded collate "C", o.id limit 500`.execute(db)
  return rows
}
