import type { Part } from "../../../kernel/mail/layout.ts"
import { layOut } from "../../../kernel/mail/layout.ts"
import { dayOfYear } from "../../../kernel/words/dates.ts"
import { format, type Language, languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { stopLink } from "../../people/contract.ts"
import { type Composer, composes } from "../../post/contract.ts"
import { type NewsOfMatter, newsFor, type Since } from "./news.ts"

export const DIGEST = "matters"

/** As many as are read on a phone; the rest is a number, and a link. */
const MOST = { matters: 12, lines: 8 }

/** What is new as it stands when the letter leaves; nothing confidential is in it, only that there is something. */
const digest: Composer = async (sending, given) => {
  const { db, origin, actor } = given
  const personId = sending.person_id!
  const { since, until } = sending.content as { since: Since; until: string }
  const person = await db
    .selectFrom("people")
    .select(["given_name", "family_name", "language"])
    .where("id", "=", personId)
    .executeTakeFirst()
  if (!person) return null
  const news = await newsFor(personId, { since, until: Temporal.Instant.from(until) }, given)
  if (news.length === 0) return null
  const language = languageOf(person.language)
  const stop = stopLink(given, { organisation: actor.organisation, personId, kind: DIGEST })
  const { name } = await given.once("organisation", () =>
    db.selectFrom("organisations").select("name").where("id", "=", actor.organisation).executeTakeFirstOrThrow(),
  )
  const rest = news.length - MOST.matters
  return {
    subject: say(language, "matters.digest.subject", { count: news.length }),
    to_name: `${person.given_name} ${person.family_name}`,
    from_name: name,
    unsubscribe: { url: stop, one_click: true },
    automatic: true,
    ...layOut({
      lang: language,
      sender: name,
      parts: [
        { kind: "heading", text: say(language, "matters.digest.title", { name: person.given_name }) },
        ...news.slice(0, MOST.matters).flatMap((one) => partsOf(one, origin, language)),
        ...(rest > 0
          ? [{ kind: "paragraph" as const, text: say(language, "matters.digest.more_matters", { count: rest }) }]
          : []),
      ],
      footer: {
        text: say(language, "matters.digest.footer"),
        links: [{ label: say(language, "people.letters.foot"), href: stop }],
      },
    }),
  }
}

const partsOf = ({ id, title, confidential, news }: NewsOfMatter, origin: string, language: Language): Part[] => {
  const open = news.filter((one) => !confidential && !one.confidential)
  const closed = news.length - open.length
  const rest = open.length - MOST.lines
  return [
    { kind: "subheading", text: confidential ? say(language, "matters.digest.confidential_matter") : title },
    {
      kind: "list",
      items: [
        ...open.slice(0, MOST.lines).map((one) =>
          say(language, one.done_on ? "matters.digest.done" : "matters.digest.line", {
            kind: format(language, `matters.kind.${one.kind}`),
            title: one.title,
            day: dayOfYear(language, one.done_on ?? one.on_day),
          }),
        ),
        ...(rest > 0 ? [say(language, "matters.digest.more", { count: rest })] : []),
        ...(closed > 0 ? [say(language, "matters.digest.confidential", { count: closed })] : []),
      ],
    },
    { kind: "buttons", buttons: [{ label: say(language, "matters.digest.open"), href: `${origin}/dossiers/${id}` }] },
  ]
}

composes(DIGEST, digest)
