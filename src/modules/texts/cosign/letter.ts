import { sql } from "kysely"
import { layOut } from "../../../kernel/mail/layout.ts"
import { day } from "../../../kernel/words/dates.ts"
import { languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { type Composer, composes } from "../../post/contract.ts"
import type { TextKind } from "../kinds.ts"
import { cosignLink } from "./links.ts"

/** Asks for a signature, or once more. Nothing for who answered meanwhile, nor for a text that changed or left. */
const letter: Composer = async (sending, { db, actor, ...given }) => {
  const { rows } = await sql<{
    id: string
    name: string
    until: Temporal.PlainDate
    title: string
    kind: TextKind
    body_name: string
    zone: string
    by_name: string | null
    language: string
  }>`
    select c.id, c.name, c.until, w.title, w.kind, b.name as body_name, b.zone, a.given_name || ' ' || a.family_name as by_name,
           coalesce(p.language, 'fr') as language
      from text_cosignatures c
      join texts w on (w.organisation_id, w.id) = (c.organisation_id, c.text_id)
      join bodies b on (b.organisation_id, b.id) = (w.organisation_id, w.body_id)
      left join people a on (a.organisation_id, a.id) = (c.organisation_id, c.asked_by)
      left join people p on (p.organisation_id, p.id) = (c.organisation_id, c.person_id)
     where c.id = ${sending.content.cosignature_id ?? null}::uuid and c.state = 'asked'
       and w.state in ('validated', 'signed') and not w.confidential
       and c.until >= (${given.now}::timestamptz at time zone b.zone)::date`.execute(db)
  const asked = rows[0]
  if (!asked) return null
  const language = languageOf(asked.language)
  const t = (key: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]) => say(language, key, values)
  const link = cosignLink(given, {
    organisation: actor.organisation,
    cosignatureId: asked.id,
    until: asked.until,
    zone: asked.zone,
  })
  const body = asked.body_name
  return {
    subject: t(sending.content.again ? "texts.cosign.letter.again" : "texts.cosign.letter.subject", {
      title: asked.title,
    }),
    to_name: asked.name,
    from_name: body,
    ...layOut({
      lang: language,
      sender: body,
      parts: [
        { kind: "heading", text: asked.title },
        {
          kind: "paragraph",
          text: t("texts.cosign.letter.lead", {
            by: asked.by_name ?? body,
            body,
            kind: t(`texts.kind.${asked.kind}`),
            day: day(language, asked.until),
          }),
        },
        { kind: "buttons", buttons: [{ label: t("texts.cosign.letter.act"), href: link }] },
        { kind: "note", text: t("texts.cosign.letter.note") },
      ],
      footer: { text: t("texts.cosign.letter.footer", { body }), links: [] },
    }),
  }
}

composes("text-cosign", letter)
