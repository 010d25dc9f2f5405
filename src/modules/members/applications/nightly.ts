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

export const forgetApplications: Schedule = {
  name: "forget who was not accepted",
  cron: "50 3 * * *",
  run: ({ db, now }) =>
    sql`update applications
           set given_name = '', family_name = '', email = null, phone = null, street = null, postcode = null, town = null, country = null,
               message = null, consent_text = null, consent_from = null, objection = null, reason = null, forgotten_at = ${now}
         where state in ('declined', 'withdrawn') and forgotten_at is null
           and answered_at < ${now.subtract({ hours: 24 * FORGET_DAYS })}`.execute(db),
}
