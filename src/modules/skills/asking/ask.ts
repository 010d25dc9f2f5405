import { type RawBuilder, sql } from "kysely"
import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { newId } from "../../../kernel/id.ts"
import { ids } from "../../../kernel/input.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { queueLetters } from "../../post/contract.ts"
import { sheetsAsked } from "../events.ts"
import { isHere } from "../here.ts"
import { skillsOf } from "../store.ts"

/** Within so many days nobody is written to twice about it. */
export const QUIET_DAYS = 30

/** Who is written to when nobody is named: who never answered, whose answer is over a year old or missing, everyone. */
export const circles = ["unanswered", "stale", "all"] as const
type Circle = (typeof circles)[number]

/** Writes to chosen people or to a circle of the body: by e-mail a link, by post a paper to send back. Never of itself. */
export const askSheets = command({
  name: "skills.ask",
  input: z.object({
    bodyId: z.uuid(),
    personIds: ids(1000).optional(),
    whom: z.enum(circles).default("all"),
    /** How many people the page named: another number is refused. */
    people: z.int().min(0).optional(),
  }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("people.manage"),
  async run({ input, subject: body, ...given }) {
    if ((await skillsOf(body.id, given.db)).length === 0) refuse("skills.no_list")
    const found = await toAsk(body.id, input, given)
    const asked = found.filter(({ means, recent }) => means && !recent)
    if (asked.length === 0) refuse("skills.nobody_to_ask")
    if (input.people !== undefined && input.people !== asked.length)
      refuse("skills.people_changed", { seen: input.people, people: asked.length })
    const sheets = await askedToday(
      body.id,
      asked.map(({ person_id }) => person_id),
      given,
    )
    await queueLetters(
      asked.map((person) => ({
        kind: "skills-ask",
        bodyId: body.id,
        personId: person.person_id,
        means: person.means!,
        address: person.means === "email" ? person.email! : addressOf(person),
        subject: say(languageOf(person.language), "skills.letter.subject", { body: body.name }),
        content: { sheet_id: sheets.get(person.person_id)! },
      })),
      given,
    )
    const byMail = asked.filter(({ means }) => means === "email").length
    return sheetsAsked({
      bodyId: body.id,
      people: asked.length,
      byMail,
      byPost: asked.length - byMail,
      unreached: found.filter(({ means }) => !means).length,
      recent: found.filter(({ recent }) => recent).length,
    })
  },
})

export type Asked = {
  person_id: string
  name: string
  language: string
  email: string | null
  street: string | null
  postcode: string | null
  town: string | null
  country: string | null
  /** How a letter reaches them; null when we have neither an e-mail nor an address. */
  means: "email" | "post" | null
  /** Written to about it not long ago, or their letter still waits to leave. */
  recent: boolean
  answered: boolean
  /** Said more than a year ago, or never. */
  stale: boolean
  telephone: string | null
  confirmed_on: Temporal.PlainDate | null
}

/** SQL on `h`, a sheet: what it says was said over a year ago. */
export const isOld = (h: RawBuilder<unknown>, today: Temporal.PlainDate) =>
  sql<boolean>`${h}.confirmed_on <= ${today.subtract({ years: 1 })}::date`

/** Whom it would be sent to, by name. Whoever asked not to be asked is left out unless they are named. */
export const toAsk = async (
  bodyId: string,
  { personIds, whom }: { personIds?: readonly string[] | undefined; whom: Circle },
  { db, now }: Circumstances,
): Promise<Asked[]> => {
  const today = dayOf(now)
  const stale = sql<boolean>`(h.confirmed_on is null or ${isOld(sql`h`, today)})`
  const { rows } = await sql<Asked>`
    select p.id as person_id, p.given_name || ' ' || p.family_name as name, p.language, p.email, p.street, p.postcode, p.town, p.country,
           case when nullif(trim(p.email), '') is not null and not p.post_only then 'email' when p.town is not null then 'post' end as means,
           coalesce(h.asked_on > ${today.subtract({ days: QUIET_DAYS })}::date, false) or exists (
             select from sendings s where s.person_id = p.id and s.body_id = ${bodyId} and s.kind = 'skills-ask' and s.state = 'waiting' offset 0) as recent,
           h.confirmed_on is not null as answered, ${stale} as stale, p.phone as telephone, h.confirmed_on
      from (select person_id from memberships where body_id = ${bodyId}
            union select person_id from mandates where body_id = ${bodyId}) few
      join people p on p.id = few.person_id
      left join skill_sheets h on (h.organisation_id, h.body_id, h.person_id) = (p.organisation_id, ${bodyId}::uuid, p.id)
     where ${isHere(bodyId, today)}
       and ${personIds ? sql`p.id = any(${[...personIds]}::uuid[])` : sql`h.declined_on is null and h.withdrawn_on is null`}
       and ${whom === "unanswered" ? sql`h.confirmed_on is null` : whom === "stale" ? stale : sql`true`}
     order by p.folded collate "C", p.id`.execute(db)
  return rows
}

/** Makes or dates the sheets of these people; answers their ids. In sets: a body may have ten thousand members. */
const askedToday = async (
  bodyId: string,
  personIds: readonly string[],
  { actor, db, now }: Circumstances,
): Promise<Map<string, string>> => {
  const { rows } = await sql<{ id: string; person_id: string }>`
    insert into skill_sheets (organisation_id, id, body_id, person_id, asked_on, asked_by)
    select ${actor.organisation}, w.id, ${bodyId}, w.person_id, ${dayOf(now)}::date, ${actor.personId}
      from unnest(${personIds.map(() => newId())}::uuid[], ${[...personIds]}::uuid[]) as w (id, person_id)
    on conflict (organisation_id, body_id, person_id) do update set asked_on = excluded.asked_on, asked_by = excluded.asked_by
    returning id, person_id`.execute(db)
  return new Map(rows.map(({ id, person_id }) => [person_id, id]))
}

export const addressOf = ({ street, postcode, town, country }: Asked): string =>
  [street, [postcode, town].filter(Boolean).join(" "), country && !["BE", "FR"].includes(country) ? country : null]
    .filter(Boolean)
    .join("\n")
