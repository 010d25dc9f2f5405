import { sql } from "kysely"
import type { Db } from "../../../kernel/db.ts"

/** The meeting of the body still being prepared that is named, or the next one; undefined when there is none. */
export const findNextMeeting = async (
  { bodyId, meetingId, now }: { bodyId: string; meetingId?: string | null | undefined; now: Temporal.Instant },
  db: Db,
): Promise<{ id: string; title: string; starts: Temporal.PlainDateTime } | undefined> => {
  const { rows } = await sql<{ id: string; title: string; starts: Temporal.PlainDateTime }>`
    select id, title, starts from meetings
     where body_id = ${bodyId} and state = 'preparing' and not outside and starts at time zone zone >= ${now}
       and ${meetingId ? sql`id = ${meetingId}` : sql`true`}
     order by starts limit 1`.execute(db)
  return rows[0]
}
