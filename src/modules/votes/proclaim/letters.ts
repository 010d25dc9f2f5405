import { sql } from "kysely"
import { layOut, type Part } from "../../../kernel/mail/layout.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { dayOnly } from "../../../kernel/words/dates.ts"
import { languageOf } from "../../../kernel/words/words.ts"
import { type Key, say } from "../../../words.ts"
import type { Capability } from "../../mandates/contract.ts"
import type { Composed, Composer, Sending } from "../../post/contract.ts"

/** What a letter to somebody elected, or to somebody who was not, says of them. */
export type Addressee = {
  letter: string
  others_letter: string | null
  body_name: string
  given_name: string
  to_name: string
  language: string
  function_name: string
  capabilities: string[]
  second_factor: boolean
  since: Temporal.PlainDate | null
  until: Temporal.PlainDate | null
}
/** How its subject and its last line are said, and where the result is read. */
export type About = { subject: Key; footer: Key; title: string; at: string }

/** Welcomes whoever was elected: to what, from when, and what it lets them do. Nothing once the mandate is gone. */
export const composeElected = (told: Addressee, about: About, origin: string): Composed | null => {
  if (!told.since) return null
  const language = languageOf(told.language)
  const t = (key: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]) => say(language, key, values)
  const facts = [
    { label: t("votes.letter.function"), value: told.function_name },
    { label: t("votes.letter.since"), value: dayOnly(language, told.since) },
    ...(told.until ? [{ label: t("votes.letter.until"), value: dayOnly(language, told.until) }] : []),
  ]
  return letterOf(told, about, [
    ...paragraphs(told.letter),
    { kind: "facts", facts },
    ...(told.capabilities.length > 0
      ? ([
          { kind: "subheading", text: t("votes.letter.may") },
          { kind: "list", items: told.capabilities.map((one) => say(language, `capability.${one as Capability}`)) },
        ] as const)
      : []),
    ...(told.second_factor ? [{ kind: "note" as const, text: t("votes.letter.second_factor") }] : []),
    { kind: "buttons", buttons: [{ label: t("votes.letter.see"), href: `${origin}${about.at}` }] },
  ])
}

/** Thanks whoever was not elected. */
export const composeNotElected = (told: Addressee, about: About): Composed | null =>
  told.others_letter ? letterOf(told, about, paragraphs(told.others_letter)) : null

export const electedLetter: Composer = async (sending, given) => {
  const told = await toldOf(sending, given)
  return told ? composeElected(told, aboutVote(told, "vote-elected"), given.origin) : null
}

export const notElectedLetter: Composer = async (sending, given) => {
  const told = await toldOf(sending, given)
  return told ? composeNotElected(told, aboutVote(told, "vote-not-elected")) : null
}

const aboutVote = ({ title, ballot_id }: OfVote, kind: "vote-elected" | "vote-not-elected"): About => ({
  subject: `votes.letter.${kind}.subject`,
  footer: "votes.letter.footer",
  title,
  at: `/votes/${ballot_id}`,
})

const paragraphs = (text: string): Part[] =>
  text.split(/\n{2,}/).map((one) => ({ kind: "paragraph", text: one.trim() }))

const letterOf = (told: Addressee, { subject: key, footer, title }: About, parts: Part[]): Composed => {
  const language = languageOf(told.language)
  const subject = say(language, key, { title })
  return {
    subject,
    to_name: told.to_name,
    from_name: told.body_name,
    ...layOut({
      lang: language,
      sender: told.body_name,
      parts: [
        { kind: "heading", text: subject },
        { kind: "paragraph", text: say(language, "votes.letter.hello", { name: told.given_name }) },
        ...parts,
      ],
      footer: { text: say(language, footer, { body: told.body_name }) },
    }),
  }
}

type OfVote = Addressee & { ballot_id: string; title: string }

const toldOf = async (sending: Sending, { db }: Circumstances): Promise<OfVote | undefined> => {
  const { rows } = await sql<OfVote>`
    select b.id as ballot_id, b.title, o.letter, o.others_letter, k.name as body_name,
           p.given_name, p.given_name || ' ' || p.family_name as to_name, p.language,
           case p.form when 'm' then f.name_m when 'f' then f.name_f else f.name_n end as function_name,
           f.capabilities, f.second_factor, m.since, m.until
      from ballot_proclamations o
      join ballots b on (b.organisation_id, b.id) = (o.organisation_id, o.ballot_id)
      join bodies k on (k.organisation_id, k.id) = (b.organisation_id, b.body_id)
      join functions f on (f.organisation_id, f.id) = (b.organisation_id, b.function_id)
      join people p on p.organisation_id = o.organisation_id
      left join mandates m on (m.organisation_id, m.person_id, m.origin_id) = (o.organisation_id, p.id, o.decision_id)
           and (m.until is null or m.until >= m.since)
     where o.ballot_id = ${sending.content.ballot_id} and p.id = ${sending.person_id} and p.email = ${sending.address}`.execute(
    db,
  )
  return rows[0]
}
