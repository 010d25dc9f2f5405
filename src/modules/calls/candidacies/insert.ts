import { sql } from "kysely"
import { newId } from "../../../kernel/id.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { Candidacy } from "../call.ts"

/**
 * One candidacy for each person and call. Of two devices at once the second waits here for the first, and finds its row. Whoever
 * withdrew and comes back begins anew, unless they were answered: that answer stays.
 */
export const insertCandidacy = async (
  row: Pick<Candidacy, "call_id" | "person_id" | "statement" | "photo_id" | "entered_by" | "received_on">,
  { actor, db, now }: Circumstances,
): Promise<string> => {
  const { rows } = await sql<{ id: string }>`
    insert into candidacies as s (organisation_id, id, call_id, person_id, statement, photo_id, stood_at, entered_by, received_on)
    values (${actor.organisation}, ${newId()}, ${row.call_id}, ${row.person_id}, ${row.statement}, ${row.photo_id}, ${now},
            ${row.entered_by}, ${row.received_on}::date)
    on conflict (organisation_id, call_id, person_id) do update
       set statement = excluded.statement, photo_id = excluded.photo_id, stood_at = excluded.stood_at, changed_at = null,
           entered_by = excluded.entered_by, received_on = excluded.received_on, withdrawn_at = null
     where s.withdrawn_at is not null
    returning id`.execute(db)
  return rows[0]?.id ?? refuse("calls.stands_already")
}
