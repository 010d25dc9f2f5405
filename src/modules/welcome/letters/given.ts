import { sql } from "kysely"
import { layOut } from "../../../kernel/mail/layout.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { type Composer, queueLetters } from "../../post/contract.ts"
import { findContact } from "../journey/contact.ts"
import type { Newcomer } from "../journey/newcomer.ts"
import { standingLink } from "../page/links.ts"
import { houseLanguage } from "./house.ts"
import { letterTo, toldNewcomer, writeTo } from "./write.ts"

/** Introduces whoever takes care of them to the newcomer, and the newcomer to them, with what has to be known. */
export const writeGiven = async (
  newcomer: Newcomer,
  { handoverId, welcomerId }: { handoverId: string; welcomerId: string },
  given: Circumstances,
): Promise<void> => {
  await writeTo(newcomer, "welcome-introduction", { welcomer_id: welcomerId }, given)
  const { actor, db } = given
  // Who takes care of somebody of their own accord knows it.
  if (welcomerId === actor.personId) return
  const to = await db
    .selectFrom("people")
    .select(["email", "post_only"])
    .where("id", "=", welcomerId)
    .executeTakeFirstOrThrow()
  if (!to.email || to.post_only) return
  await queueLetters(
    [
      {
        kind: "welcome-given",
        bodyId: newcomer.body_id,
        personId: welcomerId,
        means: "email",
        address: to.email,
        subject: say(await houseLanguage(db), "welcome.letter.given.subject"),
        content: { handover_id: handoverId },
      },
    ],
    given,
  )
}

export const introductionLetter: Composer = async (sending, given) => {
  const told = await toldNewcomer(sending, given.db)
  if (!told || told.state === "stopped" || told.welcomer_id !== sending.content.welcomer_id) return null
  const { language } = told
  const contact = await findContact(told, given.db)
  if (!contact) return null
  const words = { name: contact.name, body: told.body_name }
  return letterTo(
    told,
    "welcome-introduction",
    [
      { kind: "paragraph", text: say(language, "welcome.letter.introduction.lead", words) },
      ...(contact.email || contact.phone
        ? [
            {
              kind: "facts" as const,
              facts: [
                ...(contact.phone ? [{ label: say(language, "people.phone"), value: contact.phone }] : []),
                ...(contact.email ? [{ label: say(language, "people.email"), value: contact.email }] : []),
              ],
            },
          ]
        : []),
      {
        kind: "buttons",
        buttons: [
          { label: say(language, "welcome.letter.standing"), href: standingLink(given, told.organisation_id, told) },
        ],
      },
    ],
    { language, given },
  )
}

/** To whoever was given somebody: who it is and what was said, and nothing once it is somebody else's. */
export const givenLetter: Composer = async ({ content, person_id }, given) => {
  const { rows } = await sql<Handed>`
    select n.id, n.given_name, n.family_name, n.phone, n.email, n.town, h.context, b.name as body_name, p.language,
           p.given_name || ' ' || p.family_name as to_name, p.given_name as to_given,
           (select g.given_name || ' ' || g.family_name from people g where (g.organisation_id, g.id) = (h.organisation_id, h.given_by)) as by
      from newcomer_handovers h
      join newcomers n on (n.organisation_id, n.id) = (h.organisation_id, h.newcomer_id)
      join bodies b on (b.organisation_id, b.id) = (n.organisation_id, n.body_id)
      join people p on (p.organisation_id, p.id) = (h.organisation_id, h.to_id)
     where h.id = ${content.handover_id} and h.to_id = ${person_id} and n.welcomer_id = h.to_id
       and n.state in ('open', 'paused') and n.forgotten_at is null`.execute(given.db)
  const [told] = rows
  if (!told) return null
  const language = languageOf(told.language)
  const subject = say(language, "welcome.letter.given.subject")
  const name = `${told.given_name} ${told.family_name}`
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
        {
          kind: "paragraph",
          text: say(language, "welcome.letter.given.lead", { name, by: told.by ?? told.body_name }),
        },
        ...(told.context ? [{ kind: "paragraph" as const, text: told.context }] : []),
        {
          kind: "buttons",
          buttons: [{ label: say(language, "welcome.letter.given.act"), href: `${given.origin}/arrivants/${told.id}` }],
        },
      ],
      footer: { text: say(language, "welcome.letter.given.footer", { body: told.body_name }) },
    }),
  }
}

type Handed = {
  id: string
  given_name: string
  family_name: string
  phone: string | null
  email: string | null
  town: string | null
  context: string | null
  body_name: string
  language: string
  to_name: string
  to_given: string
  by: string | null
}
