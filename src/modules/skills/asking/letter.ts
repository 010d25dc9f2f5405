import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import { layOut } from "../../../kernel/mail/layout.ts"
import { dayOnly } from "../../../kernel/words/dates.ts"
import { languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { type Composer, composes } from "../../post/contract.ts"
import { isHere } from "../here.ts"
import { sheetLink } from "./links.ts"

/** Asks for a first answer, or a year later whether it still is so. Nothing for whoever left the body by then. */
const letter: Composer = async (sending, { db, now, actor, ...given }) => {
  const { rows } = await sql<{
    id: string
    given_name: string
    family_name: string
    language: string
    body_name: string
    confirmed_on: Temporal.PlainDate | null
  }>`
    select h.id, p.given_name, p.family_name, p.language, b.name as body_name, h.confirmed_on
      from skill_sheets h
      join people p on (p.organisation_id, p.id) = (h.organisation_id, h.person_id)
      join bodies b on (b.organisation_id, b.id) = (h.organisation_id, h.body_id)
     where h.id = ${sending.content.sheet_id ?? null}::uuid and h.person_id = ${sending.person_id}
       and ${isHere(sql`h.body_id`, dayOf(now))}`.execute(db)
  const sheet = rows[0]
  if (!sheet) return null
  const language = languageOf(sheet.language)
  const t = (key: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]) => say(language, key, values)
  const link = sheetLink(given, { organisation: actor.organisation, sheetId: sheet.id })
  const body = sheet.body_name
  return {
    subject: t("skills.letter.subject", { body }),
    unsubscribe: { url: link, one_click: true },
    to_name: `${sheet.given_name} ${sheet.family_name}`,
    from_name: body,
    ...layOut({
      lang: language,
      sender: body,
      parts: [
        { kind: "heading", text: t("skills.letter.heading", { name: sheet.given_name }) },
        {
          kind: "paragraph",
          text: sheet.confirmed_on
            ? t("skills.letter.again", { body, day: dayOnly(language, sheet.confirmed_on) })
            : t("skills.letter.lead", { body }),
        },
        {
          kind: "buttons",
          buttons: [{ label: t(sheet.confirmed_on ? "skills.letter.look" : "skills.letter.act"), href: link }],
        },
        { kind: "note", text: t("skills.letter.note") },
      ],
      footer: {
        text: t("skills.letter.footer", { body }),
        links: [{ label: t("skills.letter.stop"), href: `${link}?assez` }],
      },
    }),
  }
}

composes("skills-ask", letter)
