import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import { record } from "../../../kernel/command.ts"
import type { Schedule } from "../../../kernel/job.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { ruleOf } from "../../bodies/contract.ts"
import { forgetLetters } from "../../post/contract.ts"
import { unconfirmedErased } from "../events.ts"
import { forgetJourney } from "../journey/forget.ts"

/** What nobody confirmed is nobody's: it is kept no longer than a week. */
const DAYS = 7

export const eraseUnconfirmed: Schedule = {
  name: "welcome: erase what was not confirmed",
  cron: "55 3 * * *",
  run: async (given) => {
    await eraseOld(given)
    await forgetOld(given)
  },
}

export const eraseOld = async (given: Circumstances): Promise<void> => {
  const { db, now } = given
  const gone = await db
    .deleteFrom("newcomers")
    .where("state", "=", "unconfirmed")
    .where("asked_at", "<", now.subtract({ hours: 24 * DAYS }))
    .returning(["id", "letters"])
    .execute()
  if (gone.length === 0) return
  await forgetLetters(
    gone.flatMap(({ letters }) => letters),
    given,
  )
  await record([unconfirmedErased({ newcomers: gone.length })], given)
}

/** Those who stopped and are no person of the file are kept no longer than the file keeps people; and nothing is left of who was erased. */
export const forgetOld = async (given: Circumstances): Promise<void> => {
  const { db, now } = given
  const stopped = await db
    .selectFrom("newcomers")
    .select(["id", "body_id", "letters", "ended_at"])
    .where("state", "=", "stopped")
    .where("person_id", "is", null)
    .where("forgotten_at", "is", null)
    .execute()
  for (const one of stopped) {
    const rule = await ruleOf(one.body_id, "eu.all.privacy.keep_former", dayOf(now), db)
    const months = typeof rule?.value === "number" ? rule.value : 36
    if (one.ended_at && Temporal.PlainDate.compare(dayOf(one.ended_at).add({ months }), dayOf(now)) <= 0)
      await forgetJourney(one, given)
  }
  // An erasure of the person empties the row alone: what hangs on it goes here, at the latest the night after.
  const { rows: erased } = await sql<{ id: string; letters: string[] }>`
    select n.id, n.letters from newcomers n
     where n.forgotten_at is not null and (n.letters <> '{}'
        or exists (select from newcomer_steps s where s.newcomer_id = n.id and s.word is not null)
        or exists (select from newcomer_handovers h where h.newcomer_id = n.id and h.context is not null))`.execute(db)
  for (const one of erased) await forgetJourney(one, given)
}
