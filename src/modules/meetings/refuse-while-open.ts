import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import { refuse } from "../../kernel/refusal.ts"
import type { Circumstances } from "../../kernel/rule.ts"

/** A body does not close on a meeting to come, a series that would go on making some, or a poll that waits. */
export const refuseWhileOpen = async (bodyId: string, { db, now }: Circumstances): Promise<void> => {
  const { rows } = await sql<{ meetings: number; series: number; polls: number }>`
    select (select count(*)::int from meetings where body_id = ${bodyId} and state in ('preparing', 'convened', 'open')
              and (not outside or starts >= ${dayOf(now)}::date)) as meetings,
           (select count(*)::int from meeting_series where body_id = ${bodyId} and ended_on is null) as series,
           (select count(*)::int from date_polls where body_id = ${bodyId} and closed_at is null) as polls`.execute(db)
  const { meetings, series, polls } = rows[0]!
  if (meetings > 0) refuse("bodies.has_meetings", { count: meetings })
  if (series > 0) refuse("bodies.has_series", { count: series })
  if (polls > 0) refuse("bodies.has_polls", { count: polls })
}
