import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import { record } from "../../../kernel/command.ts"
import type { Schedule } from "../../../kernel/job.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { knownAs } from "../../people/contract.ts"
import { accept } from "./accept.ts"
import { acceptsByItself } from "./application.ts"
import { findApplicationToChange } from "./store.ts"

/** Each morning: silence has accepted, where the rulebook says so. */
export const acceptBySilence: Schedule = {
  name: "accept applications nobody objected to",
  cron: "0 6 * * *",
  run: (given) => acceptDue(given),
}

/** Bears being run twice: what was accepted is asked no more. */
export const acceptDue = async (given: Circumstances): Promise<void> => {
  const { db, now } = given
  const waiting = await db
    .selectFrom("applications")
    .select("id")
    .where("state", "=", "asked")
    .where("admission", "=", "automatic")
    .where("objected_at", "is", null)
    .where("answer_by", "<", dayOf(now))
    .execute()
  for (const { id } of waiting) {
    const application = await findApplicationToChange(id, db)
    // Somebody who is known needs somebody to say who is who; and who is already of the ring needs to be told so.
    if (application && acceptsByItself(application, await knownAs(application, given), dayOf(now)))
      await record(await accept(application, {}, given), given)
  }
}

/** Days after which nothing personal is kept of who was declined or asked no more: ours, to be checked (LAW.md §4). */
const FORGET_DAYS = 365

/** What is emptied of an application: all that says who it was. */
export const forgotten = {
  given_name: sql`''`,
  family_name: sql`''`,
  email: sql`null`,
  phone: sql`null`,
  street: sql`null`,
  postcode: sql`null`,
  town: sql`null`,
  country: sql`null`,
  message: sql`null`,
  consent_text: sql`null`,
  consent_from: sql`null`,
  objection: sql`null`,
  reason: sql`null`,
  forgotten_at: sql`now()`,
} as const

export const forgetApplications: Schedule = {
  name: "forget who was not accepted",
  cron: "50 3 * * *",
  run: ({ db, now }) =>
    sql`update applications set ${sql.join(Object.entries(forgotten).map(([column, value]) => sql`${sql.ref(column)} = ${value}`))}
         where state in ('declined', 'withdrawn') and forgotten_at is null
           and answered_at < ${now.subtract({ hours: 24 * FORGET_DAYS })}`.execute(db),
}
