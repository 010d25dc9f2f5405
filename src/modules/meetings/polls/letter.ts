import { sql } from "kysely"
import { layOut } from "../../../kernel/mail/layout.ts"
import { after } from "../../../kernel/reaction.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { day, dayAndHour } from "../../../kernel/words/dates.ts"
import { languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import { type Composer, queueLetters } from "../../post/contract.ts"
import { pollLink } from "./link.ts"
import { pollOpened } from "./events.ts"
import { askedBy, findPoll, optionsOf } from "./store.ts"

/** Everybody asked who has an e-mail address gets the dates and a link of their own. Once: a repeat finds the letters queued. */
export const askByLetter = after(pollOpened, "write to those who are asked for a date", async ({ pollId }, given) => {
  const { db } = given
  const poll = await findPoll(pollId, db)
  if (!poll || poll.closed_at || (await isWritten(pollId, given))) return
  const people = (await askedBy(poll, given)).filter(({ email, person_id }) => email && person_id !== poll.created_by)
  const { language } = await db.selectFrom("organisations").select("language").executeTakeFirstOrThrow()
  await queueLetters(
    people.map(({ person_id, email }) => ({
      kind: "poll",
      bodyId: poll.body_id,
      personId: person_id,
      meetingId: poll.meeting_id,
      means: "email",
      address: email!,
      subject: say(languageOf(language), "meetings.poll.letter.subject", { title: poll.title }),
      content: { poll_id: pollId },
    })),
    given,
  )
})

/** The letter that asks; nothing to say once the poll is closed. */
export const pollLetter: Composer = async (sending, given) => {
  const { db, actor } = given
  const poll = await findPoll(sending.content.poll_id, db)
  if (!poll || poll.closed_at || !sending.person_id) return null
  const person = await db.selectFrom("people").selectAll().where("id", "=", sending.person_id).executeTakeFirst()
  const body = await db.selectFrom("bodies").select("name").where("id", "=", poll.body_id).executeTakeFirst()
  if (!person || !body) return null
  const language = languageOf(person.language)
  const t = (key: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]) => say(language, key, values)
  const options = await optionsOf(poll.id, db)
  const href = pollLink(given, { organisation: actor.organisation, pollId: poll.id, personId: person.id })
  const { html, text } = layOut({
    lang: language,
    sender: body.name,
    preview: t("meetings.poll.letter.preview"),
    parts: [
      { kind: "heading", text: poll.title },
      { kind: "paragraph", text: t("meetings.poll.letter.opening", { name: person.given_name, body: body.name }) },
      { kind: "list", items: options.map(({ starts }) => dayAndHour(language, starts)) },
      { kind: "buttons", buttons: [{ label: t("meetings.poll.letter.answer"), href }] },
      ...(poll.until
        ? [{ kind: "note" as const, text: t("meetings.poll.letter.until", { day: day(language, poll.until) }) }]
        : []),
    ],
    footer: { text: t("meetings.poll.letter.footer", { body: body.name }) },
  })
  return {
    subject: t("meetings.poll.letter.subject", { title: poll.title }),
    html,
    text,
    to_name: `${person.given_name} ${person.family_name}`,
    from_name: body.name,
  }
}

const isWritten = async (pollId: string, { db }: Circumstances): Promise<boolean> => {
  const { rows } =
    await sql`select id from sendings where kind = 'poll' and content->>'poll_id' = ${pollId} limit 1`.execute(db)
  return rows.length > 0
}
