import { sql } from "kysely"
import type { Schedule } from "../../../kernel/job.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { wantsLetter } from "../../people/contract.ts"
import { queueLetters } from "../../post/contract.ts"
import type { Pace } from "./paces.ts"
import { DIGEST } from "./letter.ts"
import { newsFor, type Since } from "./news.ts"
import { watching } from "./watching.ts"

/** Every few minutes for those who want to know at once; the others in the morning, where the organisation lives. */
export const tellWatchers: Schedule = {
  name: "tell those who follow matters",
  cron: "*/5 * * * *",
  run: (given) => writeDigests(given),
}

// What is written in a transaction that is not over yet bears an earlier moment, and is told the next time.
const SETTLED = { minutes: 1 }

/** Queues what is new for whoever is to be told now, in one letter for all they follow. Answers how many. */
export const writeDigests = async (given: Circumstances): Promise<number> => {
  const { db, now, actor } = given
  const { zone } = await db
    .selectFrom("organisations")
    .select("zone")
    .where("id", "=", actor.organisation)
    .executeTakeFirstOrThrow()
  const local = now.toZonedDateTimeISO(zone)
  const isMorning = local.hour >= 7 && local.hour <= 11
  const isMonday = local.dayOfWeek === 1
  const paces: Pace[] = isMorning ? (isMonday ? ["now", "day", "week"] : ["now", "day"]) : ["now"]
  const until = now.subtract(SETTLED)
  const morning = local.startOfDay().toInstant()
  if (paces.includes("week")) await writeDownThoseByRole(until.subtract({ hours: 7 * 24 }), given)
  // Locked: a second process waits here, and then finds that all have been told.
  const { rows: due } = await sql<{ matter_id: string; person_id: string; told_until: Temporal.Instant }>`
    select k.matter_id, k.person_id, k.told_until
      from matter_watchers k join matters x on (x.organisation_id, x.id) = (k.organisation_id, k.matter_id)
     where x.closed_on is null and coalesce(k.pace, 'week') in (${sql.join(paces)})
       and (k.pace is not null or k.person_id in (x.lead_id, x.staff_id))
       and k.told_until < case when k.pace = 'now' then ${until}::timestamptz else ${morning}::timestamptz end
     order by k.person_id, k.matter_id for update of k`.execute(db)
  if (due.length === 0) return 0
  const letters = []
  const followed = Map.groupBy(due, ({ person_id }) => person_id)
  for (const { id, email, language } of await reachable([...followed.keys()], local.toPlainDate(), given)) {
    const since: Since = Object.fromEntries(
      followed.get(id)!.map(({ matter_id, told_until }) => [matter_id, told_until.toString()]),
    )
    const news = await newsFor(id, { since, until }, given)
    if (news.length === 0) continue
    letters.push({
      kind: DIGEST,
      bodyId: null,
      personId: id,
      means: "email" as const,
      address: email,
      subject: say(languageOf(language), "matters.digest.subject", { count: news.length }),
      content: { since: Object.fromEntries(news.map((one) => [one.id, since[one.id]!])), until: until.toString() },
    })
  }
  await sql`
    update matter_watchers k set told_until = ${until} from (values ${sql.join(
      due.map(({ matter_id, person_id }) => sql`(${matter_id}::uuid, ${person_id}::uuid)`),
    )}) as d(matter_id, person_id) where (k.matter_id, k.person_id) = (d.matter_id, d.person_id)`.execute(db)
  if (letters.length) await queueLetters(letters, given)
  return letters.length
}

// Those who lead or work and never chose: from now on it is written until when they were told.
const writeDownThoseByRole = async (from: Temporal.Instant, { db }: Circumstances) => {
  await sql`
    insert into matter_watchers (organisation_id, matter_id, person_id, pace, told_until)
    select w.organisation_id, w.matter_id, w.person_id, null, ${from}
      from (${watching(sql`true`)}) as w where w.told_until is null
        on conflict do nothing`.execute(db)
}

const reachable = async (ids: string[], today: Temporal.PlainDate, { db }: Circumstances) => {
  const { rows } = await sql<{ id: string; email: string; language: string }>`
    select p.id, p.email, p.language from people p
     where p.id in (${sql.join(ids)}) and ${wantsLetter("matters", today)} order by p.id`.execute(db)
  return rows
}
