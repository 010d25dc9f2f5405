import { createHash } from "node:crypto"
import { sql } from "kysely"
import { layOut } from "../../../kernel/mail/layout.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { minutesPdf } from "../../../kernel/typeset/papers.ts"
import { dayOnly } from "../../../kernel/words/dates.ts"
import { type Language, languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import type { Composer, LetterOrder } from "../../post/contract.ts"
import { bodiesWhere } from "../../mandates/contract.ts"
import { dayOf } from "../../../kernel/clock.ts"
import { addressLines } from "../../people/contract.ts"
import type { Meeting } from "../meeting.ts"
import { findMeeting } from "../store.ts"
import type { Version } from "./compose.ts"
import { paperOf } from "./frozen.ts"

type Reader = {
  id: string
  given_name: string
  family_name: string
  email: string | null
  post_only: boolean
  street: string | null
  postcode: string | null
  town: string | null
  country: string | null
  present: boolean
}

/** One letter to each person convened or present; whoever is concerned by what is confidential gets the whole, the others the rest. */
export const lettersFor = async (
  meeting: Meeting,
  { reference, language }: { reference: string; language: Language },
  given: Circumstances,
): Promise<LetterOrder[]> => {
  const orders: LetterOrder[] = []
  const subject = say(language, "meetings.minutes.letter.subject", { title: meeting.title, reference })
  for (const reader of await readersOf(meeting, given)) {
    const isMailed = Boolean(reader.email) && !reader.post_only
    orders.push({
      kind: "minutes",
      bodyId: meeting.body_id,
      personId: reader.id,
      meetingId: meeting.id,
      means: isMailed ? "email" : "post",
      address: isMailed ? reader.email! : addressLines(reader).join("\n"),
      subject,
      content: { version: await versionFor(reader, meeting, given) },
    })
  }
  return orders
}

/** How many people the minutes go to. */
export const countReaders = async (meeting: Meeting, given: Circumstances): Promise<number> =>
  (await readersOf(meeting, given)).length

const readersOf = async ({ id }: Meeting, { db, now }: Circumstances): Promise<Reader[]> => {
  const { rows } = await sql<Reader>`
    select p.id, p.given_name, p.family_name, nullif(trim(p.email), '') as email, p.post_only, p.street, p.postcode, p.town,
           p.country, exists (select 1 from attendances a where a.meeting_id = ${id} and a.person_id = p.id and a.voting) as present
      from people p
     where (p.left_on is null or p.left_on > ${dayOf(now)}::date)
       and (exists (select 1 from invitations v where v.meeting_id = ${id} and v.person_id = p.id and v.withdrawn_at is null)
         or exists (select 1 from attendances a where a.meeting_id = ${id} and a.person_id = p.id))
     order by p.folded collate "C", p.id`.execute(db)
  return rows
}

const versionFor = async ({ id, present }: Reader, meeting: Meeting, { db, now }: Circumstances): Promise<Version> => {
  if (present) return "full"
  const { rows } = await sql<{ reads: boolean }>`
    select ${meeting.body_id} in (${bodiesWhere("confidential.read", id, dayOf(now))}) as reads`.execute(db)
  return rows[0]!.reads ? "full" : "open"
}

/** The letter that carries the minutes, read again when it leaves. */
export const minutesLetter: Composer = async (sending, given) => {
  const meetingId = sending.meeting_id!
  const meeting = await given.once(`minutes of ${meetingId}`, () => findMeeting(meetingId, given.db))
  if (!meeting) return null
  const version: Version = sending.content.version === "full" ? "full" : "open"
  const paper = await given.once(`minutes ${version} ${meetingId}`, () => paperOf(meeting, version, given))
  const language = await languageFor(sending.person_id, given)
  const day = dayOnly(language, meeting.starts)
  const link = `${given.origin}/reunions/${meetingId}/approuver`
  const { html, text } = layOut({
    lang: language,
    sender: paper.body,
    preview: say(language, "meetings.minutes.letter.preview", { title: meeting.title, day }),
    parts: [
      { kind: "heading", text: say(language, "meetings.minutes.letter.title", { title: meeting.title }) },
      { kind: "paragraph", text: say(language, "meetings.minutes.letter.opening", { day }) },
      { kind: "paragraph", text: say(language, "meetings.minutes.letter.corrections") },
      { kind: "buttons", buttons: [{ label: say(language, "meetings.minutes.letter.read"), href: link }] },
    ],
    footer: { text: say(language, "meetings.minutes.letter.footer", { body: paper.body }) },
  })
  return {
    subject: sending.subject,
    text,
    html,
    from_name: paper.body,
    attachments: [
      {
        filename: `${paper.reference ?? say(language, "meetings.minutes.file")}.pdf`,
        type: "application/pdf",
        key: `minutes ${createHash("sha256").update(JSON.stringify(paper)).digest("hex")}`,
        make: () => minutesPdf(paper),
      },
    ],
  }
}

const languageFor = async (personId: string | null, { db }: Circumstances): Promise<Language> => {
  const person = personId
    ? await db.selectFrom("people").select("language").where("id", "=", personId).executeTakeFirst()
    : undefined
  return languageOf(person?.language)
}
