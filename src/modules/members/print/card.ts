import { z } from "zod"
import { dayOf } from "../../../kernel/clock.ts"
import { command } from "../../../kernel/command.ts"
import { ids } from "../../../kernel/input.ts"
import { layOut } from "../../../kernel/mail/layout.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { cardsPdf } from "../../../kernel/typeset/papers.ts"
import { dayOnly } from "../../../kernel/words/dates.ts"
import { type Language, languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { findBody } from "../../bodies/contract.ts"
import { holds } from "../../mandates/contract.ts"
import { type Composer, queueLetters } from "../../post/contract.ts"
import { cardsSent } from "../events.ts"
import { houseLanguage, orderTo } from "../letters/order.ts"
import { membersToPrint, type PrintedMember } from "./members.ts"

/** Cards of members: a sheet to cut, or one alone. */
export const cardsFile = (
  body: { name: string },
  members: readonly PrintedMember[],
  language: Language,
  on: Temporal.PlainDate,
) =>
  cardsPdf({
    body: body.name,
    title: say(language, "members.card.title"),
    kind: say(language, "members.card.kind"),
    date: on.toString(),
    lang: language,
    cards: members.map(({ name, ring, form, since, dues_until }) => ({
      name,
      lines: [
        say(language, "members.card.since", { ring, form, day: dayOnly(language, since) }),
        ...(dues_until ? [say(language, "members.card.until", { day: dayOnly(language, dues_until) })] : []),
      ],
    })),
  })

/** Sends their card to members by e-mail; whoever has none gets it on the sheet. */
export const sendCards = command({
  name: "members.sendCards",
  input: z.object({ bodyId: z.uuid(), personIds: ids(500) }),
  find: ({ bodyId }, { db }) => findBody(bodyId, db),
  allow: holds("people.manage"),
  async run({ input: { bodyId, personIds }, subject: body, ...given }) {
    const on = dayOf(given.now, body.zone)
    const members = (await membersToPrint(bodyId, { rings: ["member"], on, personIds }, given.db)).filter(
      ({ email, post_only }) => email && !post_only,
    )
    if (members.length === 0) refuse("members.nobody_by_mail")
    const subject = say(await houseLanguage(given.db), "members.letter.card.subject", { body: body.name })
    await queueLetters(
      members.map((one) =>
        orderTo(
          { ...one, id: one.person_id },
          { kind: "member-card", bodyId, subject, content: { person_id: one.person_id } },
        ),
      ),
      given,
    )
    return cardsSent({ bodyId, people: members.length })
  },
})

export const cardLetter: Composer = async ({ body_id, content }, { db, now }) => {
  const body = body_id ? await findBody(body_id, db) : undefined
  if (!body) return null
  const on = dayOf(now, body.zone)
  const [member] = await membersToPrint(body.id, { rings: ["member"], on, personIds: [content.person_id] }, db)
  if (!member) return null
  const language = languageOf(member.language)
  const subject = say(language, "members.letter.card.subject", { body: body.name })
  return {
    subject,
    to_name: member.name,
    from_name: body.name,
    attachments: [
      {
        filename: `${say(language, "members.card.file")}.pdf`,
        type: "application/pdf",
        key: `card ${body.id} ${member.person_id} ${member.name} ${member.since} ${member.dues_until ?? ""} ${language}`,
        make: () => cardsFile(body, [member], language, on),
      },
    ],
    ...layOut({
      lang: language,
      sender: body.name,
      parts: [
        { kind: "heading", text: subject },
        { kind: "paragraph", text: say(language, "members.letter.hello", { name: member.given_name }) },
        { kind: "paragraph", text: say(language, "members.letter.card.lead") },
      ],
      footer: { text: say(language, "members.letter.footer", { body: body.name }) },
    }),
  }
}
