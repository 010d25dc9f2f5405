import { sql } from "kysely"
import { layOut } from "../../../kernel/mail/layout.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { dayOnly } from "../../../kernel/words/dates.ts"
import { languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { type Composer, queueLetters } from "../../post/contract.ts"
import type { Newcomer } from "../journey/newcomer.ts"
import { houseLanguage } from "./house.ts"

/** Tells somebody that one step of a journey is theirs, unless they took it themselves. */
export const writeStepGiven = async (
  newcomer: Newcomer,
  { place, personId }: { place: number; personId: string },
  given: Circumstances,
): Promise<void> => {
  const { actor, db } = given
  if (personId === actor.personId) return
  const to = await db
    .selectFrom("people")
    .select(["email", "post_only"])
    .where("id", "=", personId)
    .executeTakeFirstOrThrow()
  if (!to.email || to.post_only) return
  await queueLetters(
    [
      {
        kind: "welcome-step",
        bodyId: newcomer.body_id,
        personId,
        means: "email",
        address: to.email,
        subject: say(await houseLanguage(db), "welcome.letter.step.subject"),
        content: { newcomer_id: newcomer.id, place },
      },
    ],
    given,
  )
}

/** What is theirs to do, with whom, by when; nothing once it is done or somebody else's. */
export const stepLetter: Composer = async ({ content, person_id }, given) => {
  const { rows } = await sql<{
    id: string
    name: string
    step: string
    due: Temporal.PlainDate | null
    body_name: string
    language: string
    to_name: string
    to_given: string
  }>`
    select n.id, n.given_name || ' ' || n.family_name as name, s.title as step, s.due, b.name as body_name, p.language,
           p.given_name || ' ' || p.family_name as to_name, p.given_name as to_given
      from newcomer_steps s
      join newcomers n on (n.organisation_id, n.id) = (s.organisation_id, s.newcomer_id)
      join bodies b on (b.organisation_id, b.id) = (n.organisation_id, n.body_id)
      join people p on (p.organisation_id, p.id) = (s.organisation_id, s.person_id)
     where s.newcomer_id = ${content.newcomer_id} and s.place = ${content.place} and s.person_id = ${person_id}
       and s.done_at is null and n.state in ('open', 'paused') and n.forgotten_at is null`.execute(given.db)
  const [told] = rows
  if (!told) return null
  const language = languageOf(told.language)
  const subject = say(language, "welcome.letter.step.subject")
  return {
    subject,
    to_name: told.to_name,
    from_name: told.body_name,
    ...layOut({
      lang: language,
      sender: told.body_name,
      parts: [
        { kind: "heading", text: subject },
        { kind: "paragraph", text: say(language, "welcome.letter.hello", { name: told.to_given }) },
        { kind: "paragraph", text: say(language, "welcome.letter.step.lead", { name: told.name, step: told.step }) },
        ...(told.due
          ? [
              {
                kind: "paragraph" as const,
                text: say(language, "welcome.letter.step.due", { day: dayOnly(language, told.due) }),
              },
            ]
          : []),
        {
          kind: "buttons",
          buttons: [{ label: say(language, "welcome.letter.given.act"), href: `${given.origin}/arrivants/${told.id}` }],
        },
      ],
      footer: { text: say(language, "welcome.letter.given.footer", { body: told.body_name }) },
    }),
  }
}
