import { sql } from "kysely"
import { layOut } from "../../kernel/mail/layout.ts"
import { moment } from "../../kernel/words/dates.ts"
import { type Language, languageOf } from "../../kernel/words/words.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { say } from "../../words.ts"
import { membersOf } from "../mandates/contract.ts"
import { type Composer, queueLetters } from "../post/contract.ts"
import type { CallRow, CandidacyRow } from "./tables.ts"

type OfCall = Pick<
  CallRow,
  "id" | "body_id" | "title" | "seats" | "ends_at" | "published_at" | "closed_at" | "cancelled_at"
> & { zone: string; body_name: string; what: string }

const callOf = async (callId: string, db: Circumstances["db"]): Promise<OfCall | undefined> => {
  const { rows } = await sql<OfCall>`
    select c.id, c.body_id, c.title, c.seats, c.ends_at, c.published_at, c.closed_at, c.cancelled_at, k.zone, k.name as body_name,
           coalesce(c.outside, f.name_n) as what
      from calls c join bodies k on (k.organisation_id, k.id) = (c.organisation_id, c.body_id)
      left join functions f on (f.organisation_id, f.id) = (c.organisation_id, c.function_id)
     where c.id = ${callId}`.execute(db)
  return rows[0]
}

/** Writes to the members of the body, and to whoever stands already: a call is published, or put off. Run twice, it writes once. */
export const tellBody = async (kind: "calls-open" | "calls-extended", callId: string, given: Circumstances) => {
  const { db, now } = given
  const call = await callOf(callId, db)
  if (!call?.published_at || call.closed_at || call.cancelled_at) return
  const until = call.ends_at.toString()
  const { rows: told } = await sql`select from sendings
    where queued_at >= ${call.published_at} and body_id = ${call.body_id} and kind = ${kind}
      and content->>'call_id' = ${call.id} and content->>'until' = ${until} limit 1`.execute(db)
  if (told.length > 0) return
  const on = now.toZonedDateTimeISO(call.zone).toPlainDate()
  const members = await membersOf(call.body_id, { convenes: "members" }, on, db)
  const standing = await db
    .selectFrom("candidacies")
    .innerJoin("people", "people.id", "candidacies.person_id")
    .select(["people.id as person_id", "people.email", "people.language", "people.post_only"])
    .where("call_id", "=", call.id)
    .where("withdrawn_at", "is", null)
    .execute()
  const others = standing.filter(
    ({ person_id, post_only }) => !post_only && !members.some((m) => m.person_id === person_id),
  )
  const letters = [...members, ...others].flatMap(({ person_id, email, language }) =>
    email
      ? [
          {
            kind,
            bodyId: call.body_id,
            personId: person_id,
            means: "email" as const,
            address: email,
            subject: say(languageOf(language), `calls.letter.${kind === "calls-open" ? "open" : "extended"}.subject`, {
              title: call.title,
            }),
            content: { call_id: call.id, until },
          },
        ]
      : [],
  )
  if (letters.length > 0) await queueLetters(letters, given)
}

/** Tells somebody that they are admitted, or refused and why; who has no address is told by whoever typed their letter. */
export const tellCandidate = async (candidacyId: string, given: Circumstances) => {
  const found = await candidacyOf(candidacyId, given.db)
  if (!found?.email || found.post_only || found.admitted === null || found.withdrawn_at) return
  const language = languageOf(found.language)
  const letter = {
    kind: "calls-answered",
    bodyId: found.body_id,
    personId: found.person_id,
    means: "email" as const,
    address: found.email,
    subject: say(language, "calls.letter.answered.subject", { title: found.title }),
    content: { candidacy_id: candidacyId, at: found.answered_at!.toString() },
  }
  const { rows: told } = await sql`select from sendings
    where person_id = ${found.person_id} and kind = ${letter.kind} and content->>'candidacy_id' = ${candidacyId}
      and content->>'at' = ${letter.content.at} limit 1`.execute(given.db)
  if (told.length === 0) await queueLetters([letter], given)
}

type Answered = Pick<CandidacyRow, "person_id" | "call_id" | "admitted" | "reason" | "withdrawn_at" | "answered_at"> & {
  email: string | null
  post_only: boolean
  language: string
  title: string
  body_id: string
}

const candidacyOf = async (candidacyId: string, db: Circumstances["db"]): Promise<Answered | undefined> => {
  const { rows } = await sql<Answered>`
    select s.person_id, s.call_id, s.admitted, s.reason, s.withdrawn_at, s.answered_at, p.email, p.post_only, p.language, c.title, c.body_id
      from candidacies s join people p on (p.organisation_id, p.id) = (s.organisation_id, s.person_id)
      join calls c on (c.organisation_id, c.id) = (s.organisation_id, s.call_id)
     where s.id = ${candidacyId} and c.cancelled_at is null`.execute(db)
  return rows[0]
}

const readerOf = async (personId: string | null, db: Circumstances["db"]) => {
  const person = await db
    .selectFrom("people")
    .select(["given_name", "family_name", "language"])
    .where("id", "=", personId ?? "")
    .executeTakeFirst()
  return person && { name: `${person.given_name} ${person.family_name}`, language: languageOf(person.language) }
}

/** A call that opened or was put off, as it stands when the letter leaves; nothing once it is over. */
export const callLetter: Composer = async (sending, { db, now, origin, once }) => {
  const call = await once(`call ${sending.content.call_id}`, () => callOf(sending.content.call_id, db))
  const reader = await readerOf(sending.person_id, db)
  if (!call || !reader || call.closed_at || call.cancelled_at) return null
  if (Temporal.Instant.compare(call.ends_at, now) <= 0) return null
  const { language, name } = reader
  const which = sending.kind === "calls-open" ? ("open" as const) : ("extended" as const)
  const until = moment(language, call.ends_at, call.zone)
  return letter(call, language, name, {
    subject: say(language, `calls.letter.${which}.subject`, { title: call.title }),
    lead: say(language, `calls.letter.${which}.lead`, { what: call.what, seats: call.seats }),
    facts: [{ label: say(language, "calls.until"), value: until }],
    link: { label: say(language, "calls.letter.read"), href: `${origin}/appels/${call.id}` },
  })
}

/** What was answered to a candidacy, read again when the letter leaves. */
export const answerLetter: Composer = async (sending, { db, origin }) => {
  const found = await candidacyOf(sending.content.candidacy_id, db)
  const call = found && (await callOf(found.call_id, db))
  const reader = await readerOf(sending.person_id, db)
  // Thought over since: the letter of the later answer says it.
  if (!found || !call || !reader || found.answered_at?.toString() !== sending.content.at || found.withdrawn_at)
    return null
  const { language, name } = reader
  return letter(call, language, name, {
    subject: say(language, "calls.letter.answered.subject", { title: call.title }),
    lead: say(language, found.admitted ? "calls.letter.admitted" : "calls.letter.refused", { what: call.what }),
    facts: found.reason ? [{ label: say(language, "calls.reason"), value: found.reason }] : [],
    link: { label: say(language, "calls.letter.read"), href: `${origin}/appels/${call.id}` },
  })
}

const letter = (
  call: OfCall,
  language: Language,
  name: string,
  said: {
    subject: string
    lead: string
    facts: { label: string; value: string }[]
    link: { label: string; href: string }
  },
) => ({
  subject: said.subject,
  to_name: name,
  from_name: call.body_name,
  automatic: true,
  ...layOut({
    lang: language,
    sender: call.body_name,
    parts: [
      { kind: "heading", text: call.title },
      { kind: "paragraph", text: said.lead },
      ...(said.facts.length > 0 ? [{ kind: "facts" as const, facts: said.facts }] : []),
      { kind: "buttons", buttons: [said.link] },
    ],
    footer: { text: say(language, "calls.letter.footer", { body: call.body_name }) },
  }),
})
