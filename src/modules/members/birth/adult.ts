import { dayOf } from "../../../kernel/clock.ts"
import type { Schedule } from "../../../kernel/job.ts"
import type { Circumstances } from "../../../kernel/rule.ts"

/** No association here may ask more than majority of whoever votes: past it, a day of birth says nothing that is needed. */
const ADULT_YEARS = 18

/** Born on or before that day, somebody is of age. */
export const adultsBornBy = (today: Temporal.PlainDate): Temporal.PlainDate => today.subtract({ years: ADULT_YEARS })

/** Each night: the day of birth of who came of age is forgotten. */
export const forgetBirthDays: Schedule = {
  name: "forget the day of birth of who came of age",
  cron: "20 3 * * *",
  run: (given) => forgetAdults(given),
}

export const forgetAdults = ({ db, now }: Circumstances) =>
  db
    .deleteFrom("birth_days")
    .where("born_on", "<=", adultsBornBy(dayOf(now)))
    .execute()
