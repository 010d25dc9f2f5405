import { sql } from "kysely"
import { keepConfided } from "./confide.ts"
import { inEveryOrganisation, type Schedule, type Worker } from "./job.ts"
import type { Circumstances } from "./rule.ts"

/** Each night: a repeat older than thirty days is no longer a repeat. */
export const housekeeping: Schedule = {
  name: "forget old command ids",
  cron: "20 3 * * *",
  run: ({ db, now }) =>
    sql`delete from commands where at < ${now.subtract({ hours: 30 * 24 }).toString()}::timestamptz`.execute(db),
}

/** Each night: no words of anything confidential rest in clear, whoever wrote them and by whatever way. */
export const confidencesKept: Schedule = {
  name: "encrypt what is confidential",
  cron: "40 3 * * *",
  run: (given) => keepAll(given),
}

/** The same at each start: words of before they were encrypted, or of a backup of then. */
export const confidencesAtStart: Worker = {
  name: "encrypt what is confidential",
  run: ({ db, equipment }) => inEveryOrganisation(db, equipment, keepAll),
}

const keepAll = async (given: Circumstances) => {
  for (const table of new Set(given.confided.map((one) => one.table))) await keepConfided(table, given)
}
