import { sql } from "kysely"
import { dayOf } from "../../kernel/clock.ts"
import { record } from "../../kernel/command.ts"
import type { Schedule } from "../../kernel/job.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { listsForgotten } from "./events.ts"

/** A list serves one thing: two months after its last day nothing of it is kept, as what was gathered for one message (LAW §4). */
const DAYS_KEPT = 60

export const forgetLists: Schedule = {
  name: "forget the lists that are over",
  cron: "35 3 * * *",
  run: (given) => forgetOver(given),
}

export const forgetOver = async (given: Circumstances): Promise<number> => {
  const before = dayOf(given.now).subtract({ days: DAYS_KEPT })
  const { rows } = await sql`delete from lists where ends_on < ${before}::date returning id`.execute(given.db)
  if (rows.length > 0) await record([listsForgotten({ lists: rows.length })], given)
  return rows.length
}
