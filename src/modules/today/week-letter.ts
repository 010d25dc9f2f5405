import { sql } from "kysely"
import type { Circumstances } from "../../kernel/rule.ts"
import type { Schedule } from "../../kernel/job.ts"
import { layOut } from "../../kernel/mail/layout.ts"
import { type Waiting, waitingFor } from "../../kernel/waiting.ts"
import { dayOfYear, hour } from "../../kernel/words/dates.ts"
import { format, type Language, languageOf } from "../../kernel/words/words.ts"
import { say } from "../../words.ts"
import { entriesBetween } from "../calendar/contract.ts"
import { stopLink, wantsLetter } from "../people/contract.ts"
import { type Composer, composes, queueLetters } from "../post/contract.ts"

const KIND = "week"
/** As many of what waits as are read on a phone; the rest is a number and a link. */
const MOST = 12

/** Monday morning where the organisation lives. Asked each hour: several zones share one clock, and a server may wake late. */
export const writeTheWeek: Schedule = {
  name: "write the week",
  cron: "10 * * * *",
  run: (given) => writeWeek(given),
}

/** Queues the week of whoever something waits for, once each Monday between 7 and 11. Answers how many. */
export const writeWeek = async (given: Circumstances): Promise<number> => {
  const { db, now, actor } = given
  const zone = await zoneOf(given)
  const local = now.toZonedDateTimeISO(zone)
  if (local.dayOfWeek !== 1 || local.hour < 7 || local.hour > 11) return 0
  const today = local.toPlainDate()
  // Things wait for those who hold a function or carry a task, and for those convened; nobody else is looked at.
  const { rows } = await sql<{ id: string; email: string; language: string }>`
    select p.id, p.email, p.language from people p
     where ${wantsLetter(KIND, today)}
       and (exists (select from mandates m where m.person_id = p.id and m.since <= ${today}::date and (m.until is null or m.until >= ${today}::date))
         or exists (select from tasks t where t.owner_id = p.id and t.state = 'open')
         or exists (select from invitations v join meetings m on (m.organisation_id, m.id) = (v.organisation_id, v.meeting_id)
                     where v.person_id = p.id and v.withdrawn_at is null and m.starts >= ${today}::date))
       and not exists (select from sendings s where s.kind = ${KIND} and s.person_id = p.id and s.queued_at >= ${local.startOfDay().toInstant()})
     order by p.id`.execute(db)
  const letters = []
  for (const { id, email, language } of rows) {
    if ((await waitingOf(id, given)).length === 0) continue
    letters.push({
      kind: KIND,
      bodyId: null,
      personId: id,
      means: "email" as const,
      address: email,
      subject: say(languageOf(language), "today.letter.subject"),
      content: {},
    })
  }
  if (letters.length) await queueLetters(letters, { ...given, actor })
  return letters.length
}

const zoneOf = async ({ db, actor }: Circumstances): Promise<string> =>
  (await db.selectFrom("organisations").select("zone").where("id", "=", actor.organisation).executeTakeFirstOrThrow())
    .zone

const as = (personId: string, given: Circumstances): Circumstances => ({
  ...given,
  actor: { organisation: given.actor.organisation, personId, via: "system", language: "fr" },
})

const waitingOf = async (personId: string, given: Circumstances): Promise<Waiting[]> =>
  (await waitingFor(as(personId, given))).filter(({ optional }) => !optional)

/** What waits as it stands when the letter leaves; nothing when it has been done by then. */
const week: Composer = async (sending, given) => {
  const { db, now, origin, actor } = given
  const personId = sending.person_id!
  const person = await db
    .selectFrom("people")
    .select(["given_name", "family_name", "language"])
    .where("id", "=", personId)
    .executeTakeFirst()
  const waiting = person ? await waitingOf(personId, given) : []
  if (!person || waiting.length === 0) return null
  const language = languageOf(person.language)
  const today = now.toZonedDateTimeISO(await zoneOf(given)).toPlainDate()
  const entries = await entriesBetween({ from: today, to: today.add({ days: 6 }) }, as(personId, given))
  const meetings = entries.filter(({ kind, state }) => kind === "meeting" && state !== "cancelled")
  const stop = stopLink(given, { organisation: actor.organisation, personId, kind: KIND })
  const rest = waiting.length - MOST
  const organisation = await db
    .selectFrom("organisations")
    .select("name")
    .where("id", "=", actor.organisation)
    .executeTakeFirstOrThrow()
  return {
    subject: say(language, "today.letter.subject"),
    to_name: `${person.given_name} ${person.family_name}`,
    from_name: organisation.name,
    unsubscribe: { url: stop, one_click: true },
    automatic: true,
    ...layOut({
      lang: language,
      sender: organisation.name,
      parts: [
        {
          kind: "heading",
          text: say(language, "today.title", { name: person.given_name, count: waiting.length }),
        },
        { kind: "list", items: waiting.slice(0, MOST).map((one) => sentence(one, language)) },
        ...(rest > 0
          ? [{ kind: "paragraph" as const, text: say(language, "today.letter.more", { count: rest }) }]
          : []),
        ...(meetings.length
          ? [
              { kind: "paragraph" as const, text: say(language, "today.week") },
              {
                kind: "list" as const,
                items: meetings.map(
                  ({ title, day, starts }) =>
                    `${dayOfYear(language, day)}${starts ? `, ${hour(language, starts)}` : ""} : ${title}`,
                ),
              },
            ]
          : []),
        { kind: "buttons", buttons: [{ label: say(language, "today.letter.open"), href: origin }] },
      ],
      footer: {
        text: say(language, "today.letter.footer"),
        links: [{ label: say(language, "people.letters.foot"), href: stop }],
      },
    }),
  }
}

const sentence = ({ key, facts = {}, due, confidential }: Waiting, language: Language): string => {
  const said = confidential
    ? say(language, "today.letter.confidential")
    : format(
        language,
        key,
        Object.fromEntries(
          Object.entries(facts).map(([name, value]) => [name, isDay(value) ? dayOf(value, language) : value]),
        ),
      )
  return due ? `${said} (${say(language, "today.due", { day: dayOfYear(language, due) })})` : said
}

const isDay = (value: string | number): value is string =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)
const dayOf = (iso: string, language: Language) => dayOfYear(language, Temporal.PlainDate.from(iso))

composes(KIND, week)
