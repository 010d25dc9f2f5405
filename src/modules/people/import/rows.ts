import { type RawBuilder, sql } from "kysely"
import { confide } from "../../../kernel/confide.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { Former } from "./undo/former.ts"

/** SQL: people as rows of their details, to write many at once. Their notes, which rest encrypted, travel aside: few have one. */
export const rowsOf = (
  people: readonly { id: string; person: Former }[],
  given: Pick<Circumstances, "actor" | "secret">,
): RawBuilder<unknown> => {
  const noted = people.filter(({ person }) => person.note)
  const as = confide(given, true)
  return sql`select d.*, o.note
    from jsonb_to_recordset(${JSON.stringify(people.map(({ id, person }) => ({ ...person, id, note: undefined })))}::jsonb)
      as d(id uuid, given_name text, family_name text, form text, email text, phone text, street text, postcode text, town text, country text)
    left join unnest(${noted.map(({ id }) => id)}::uuid[], ${noted.map(({ person }) => as.text(person.note))}::text[])
      as o(of_id, note) on o.of_id = d.id`
}
