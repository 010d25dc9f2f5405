import { sql } from "kysely"
import { layOut } from "../../../kernel/mail/layout.ts"
import { languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { type Composer, composes } from "../../post/contract.ts"
import { addressOf, codeOf } from "./code.ts"

/** The link of one voter, as long as it opens; nothing once it was taken back or made anew. */
const letter: Composer = async (sending, { db, actor, secret, origin }) => {
  const { rows } = await sql<{
    id: string
    title: string
    body_name: string
    given_name: string
    family_name: string
    language: string
  }>`
    select k.id, o.title, b.name as body_name, p.given_name, p.family_name, p.language
      from voting_links k
      join voting_operations o on (o.organisation_id, o.id) = (k.organisation_id, k.operation_id)
      join bodies b on (b.organisation_id, b.id) = (o.organisation_id, o.body_id)
      join people p on (p.organisation_id, p.id) = (k.organisation_id, k.person_id)
     where k.id = ${sending.content.link_id ?? null}::uuid and k.withdrawn_at is null`.execute(db)
  const link = rows[0]
  if (!link) return null
  const language = languageOf(link.language)
  const { title, body_name: body } = link
  const t = (key: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]) => say(language, key, values)
  const code = codeOf(secret, { organisation: actor.organisation, linkId: link.id })
  return {
    subject: t("votes.link.letter.subject", { title }),
    to_name: `${link.given_name} ${link.family_name}`,
    from_name: body,
    ...layOut({
      lang: language,
      sender: body,
      parts: [
        { kind: "heading", text: title },
        { kind: "paragraph", text: t("votes.link.letter.lead", { name: link.given_name, body }) },
        { kind: "buttons", buttons: [{ label: t("votes.link.letter.act"), href: addressOf(origin, code) }] },
        { kind: "paragraph", text: t("votes.link.letter.rounds") },
        { kind: "note", text: t("votes.link.letter.note") },
      ],
      footer: { text: t("votes.link.letter.footer", { body }), links: [] },
    }),
  }
}

composes("votes-link", letter)
