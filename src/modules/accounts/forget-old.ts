import { sql } from "kysely"
import type { Schedule } from "../../kernel/job.ts"

/** Links, questions, counts and sessions that have run out. The same for every organisation: twice is once. */
export const forgetOld: Schedule = {
  name: "forget sign-ins that have run out",
  cron: "17 3 * * *",
  run: ({ db }) => sql`select sign_in_forget_old()`.execute(db),
}
