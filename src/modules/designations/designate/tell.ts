import { sql } from "kysely"
import { layOut, type Part } from "../../../kernel/mail/layout.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { dayOnly } from "../../../kernel/words/dates.ts"
import { languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { nameOf, type Role } from "../../offices/contract.ts"
import type { Composer } from "../../post/contract.ts"
import { tellByLetter } from "../../votes/contract.ts"
import type { Designation } from "../designation.ts"

export const DESIGNATED = "designation-designated"

/** Queues the letters to those designated, in the act that designates; answers how many. */
export const tellDesignated = (
  { id, body_id: bodyId, institution: title }: Designation,
  people: readonly { person_id: string }[],
  given: Circumstances,
): Promise<number> =>
  tellByLetter(
    people,
    {
      kind: DESIGNATED,
      bodyId,
      subject: { key: "designations.letter.subject", title },
      content: { designation_id: id },
    },
    given,
  )

type Told = {
  letter: string
  institution: string
  body_name: string
  country: string
  given_name: string
  to_name: string
  form: "m" | "f" | "n"
  language: string
  office_id: string
  role: Role
  title: string | null
  since: Temporal.PlainDate
  until: Temporal.PlainDate | null
}

/** Tells somebody where they sit, as what and for how long. Nothing once the mandate is gone. */
export const designatedLetter: Composer = async (sending, { db, origin }) => {
  const { rows } = await sql<Told>`
    select d.letter, ${nameOf("i")} as institution, k.name as body_name, k.country, p.given_name, p.given_name || ' ' || p.family_name as to_name,
           p.form, p.language, o.id as office_id, o.role, o.title, o.since, o.until
      from designations d
      join institutions i on (i.organisation_id, i.id) = (d.organisation_id, d.institution_id)
      join bodies k on (k.organisation_id, k.id) = (d.organisation_id, d.body_id)
      join designation_people s on (s.organisation_id, s.designation_id) = (d.organisation_id, d.id)
      join offices o on (o.organisation_id, o.id) = (s.organisation_id, s.office_id) and (o.until is null or o.until >= o.since)
      join people p on (p.organisation_id, p.id) = (s.organisation_id, s.person_id)
     where d.id = ${sending.content.designation_id} and d.letter is not null and p.id = ${sending.person_id}
       and p.email = ${sending.address}`.execute(db)
  const [told] = rows
  if (!told) return null
  const language = languageOf(told.language)
  const t = (key: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]) => say(language, key, values)
  const subject = t("designations.letter.subject", { title: told.institution })
  const facts = [
    { label: t("designations.where"), value: told.institution },
    {
      label: t("designations.role"),
      value: told.title ?? t(`offices.role.${told.role}`, { form: told.form, country: told.country }),
    },
    { label: t("designations.since"), value: dayOnly(language, told.since) },
    ...(told.until ? [{ label: t("designations.until"), value: dayOnly(language, told.until) }] : []),
  ]
  const paragraphs: Part[] = told.letter.split(/\n{2,}/).map((one) => ({ kind: "paragraph", text: one.trim() }))
  return {
    subject,
    to_name: told.to_name,
    from_name: told.body_name,
    ...layOut({
      lang: language,
      sender: told.body_name,
      parts: [
        { kind: "heading", text: subject },
        { kind: "paragraph", text: t("votes.letter.hello", { name: told.given_name }) },
        ...paragraphs,
        { kind: "facts", facts },
        {
          kind: "buttons",
          buttons: [{ label: t("designations.letter.see"), href: `${origin}/mandats/${told.office_id}` }],
        },
      ],
      footer: { text: t("votes.letter.footer", { body: told.body_name }) },
    }),
  }
}
