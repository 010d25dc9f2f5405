import { sql } from "kysely"
import type { Schedule } from "./job.ts"

/** Each night: a repeat older than thirty days is no longer a repeat. */
export const housekeeping: Schedule = {
  name: "forget old command ids",
  cron: "20 3 * * *",
  run: ({ db, now }) =>
    sql`delete from commands where at < ${now.subtract({ hours: 30 * 24 }).toString()}::timestamptz`.execute(db),
}
