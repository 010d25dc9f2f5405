import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import type { Circumstances } from "../../../kernel/rule.ts"

type Counts = { announced?: number; erased?: number; openings?: number; books?: number }

/** Adds what was let go of tonight to what the page of personal data says of it; each module says its own. */
export const noteRetention = async (
  { announced = 0, erased = 0, openings = 0, books = 0 }: Counts,
  { actor, db, now }: Circumstances,
): Promise<void> => {
  await sql`insert into retention_runs (organisation_id, on_day, announced, erased, openings, books)
    values (${actor.organisation}, ${dayOf(now)}::date, ${announced}, ${erased}, ${openings}, ${books})
    on conflict (organisation_id, on_day) do update set announced = retention_runs.announced + excluded.announced,
      erased = retention_runs.erased + excluded.erased, openings = retention_runs.openings + excluded.openings,
      books = retention_runs.books + excluded.books`.execute(db)
}
