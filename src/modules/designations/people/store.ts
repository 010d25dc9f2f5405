import { sql } from "kysely"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { DesignationPersonRow } from "../tables.ts"

export type Listed = Pick<
  DesignationPersonRow,
  "person_id" | "place" | "seat" | "component" | "office_id" | "follows_id" | "follows_on"
> & {
  name: string
  form: "m" | "f" | "n"
  /** Whom they follow. */
  follows: string | null
  /** The last day of the mandate that came of it. */
  until: Temporal.PlainDate | null
  since: Temporal.PlainDate | null
}

/** Who is on the list, in order. */
export const peopleOf = async (designationId: string, { db }: Pick<Circumstances, "db">): Promise<Listed[]> => {
  const { rows } = await sql<Listed>`
    select s.person_id, s.place, s.seat, s.component, s.office_id, s.follows_id, s.follows_on, o.since, o.until,
           trim(p.given_name || ' ' || p.family_name) as name, p.form, trim(f.given_name || ' ' || f.family_name) as follows
      from designation_people s
      join people p on (p.organisation_id, p.id) = (s.organisation_id, s.person_id)
      left join people f on (f.organisation_id, f.id) = (s.organisation_id, s.follows_id)
      left join offices o on (o.organisation_id, o.id) = (s.organisation_id, s.office_id)
     where s.designation_id = ${designationId} order by s.seat = 'substitute', s.place, s.person_id`.execute(db)
  return rows
}

type Put = { personId: string; seat: "full" | "substitute"; component: string | null }

/** Writes the list anew, in the order given. */
export const writePeople = async (designationId: string, people: readonly Put[], { actor, db }: Circumstances) => {
  await db.deleteFrom("designation_people").where("designation_id", "=", designationId).execute()
  if (people.length === 0) return
  await db
    .insertInto("designation_people")
    .values(
      people.map(({ personId, seat, component }, at) => ({
        organisation_id: actor.organisation,
        designation_id: designationId,
        person_id: personId,
        place: at + 1,
        seat,
        component,
        office_id: null,
        follows_id: null,
        follows_on: null,
      })),
    )
    .execute()
}
