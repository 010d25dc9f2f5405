import { sql } from "kysely"
import { writeCalendar } from "../../../kernel/calendar/write.ts"
import { layOut, type Part } from "../../../kernel/mail/layout.ts"
import { type Language, languageOf } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import type { Composed, Composer, Sending } from "../../post/contract.ts"
import { answerLink } from "./links.ts"
import { type LetterKind, subjectIn } from "./orders.ts"
import { agendaFile, agendaLines, factsOf, type Occasion, occasionOf } from "./paper.ts"
import { proxyCap } from "./plan.ts"

type Given = Parameters<Composer>[1]
export type Addressee = {
  id: string
  person_id: string
  given_name: string
  family_name: string
  form: "m" | "f" | "n"
  language: string
  voting: boolean
  answer?: string | null
  /** A guest who is no longer expected. */
  is_withdrawn?: boolean
}

/** The letter of one invitation, as the meeting stands when it leaves. Null: the invitation is gone, or says nothing new. */
export const letter =
  (kind: LetterKind): Composer =>
  async (sending, given) => {
    const meetingId = sending.meeting_id!
    const occasion = await given.once(`meeting ${meetingId}`, () => occasionOf(meetingId, given))
    const addressees = await given.once(`invited ${meetingId}`, () => addresseesOf(meetingId, given))
    const person = addressees.get(sending.content.invitation_id)
    if (!person || isStale(kind, occasion, sending, person)) return null
    const cap = await given.once(`cap ${meetingId}`, () => proxyCap(occasion.meeting, given))
    const language = languageOf(person.language)
    const said = await given.once(`said ${meetingId} ${language}`, async () => saidIn(language, occasion, given.now))
    return compose(kind, { occasion, said, person, sending, cap }, given)
  }

/** What every letter in one language says alike; a thousand of them cost it once. */
export const saidIn = (language: Language, occasion: Occasion, now: Temporal.Instant) => ({
  language,
  facts: factsOf(occasion, language),
  agenda: agendaLines(occasion, language),
  file: agendaFile(occasion, language, now),
})

/** A reminder to who answered meanwhile or of a meeting that was called off, a first convocation when a newer one is on its way: nothing to say. */
const isStale = (
  kind: LetterKind,
  { meeting }: Occasion,
  { content }: Sending,
  { answer, is_withdrawn }: Addressee,
) => {
  if (kind === "withdrawal" || is_withdrawn) return kind !== "withdrawal" || !is_withdrawn
  if (kind === "reminder" && answer) return true
  if (kind === "eve" && (answer === "excused" || answer === "proxy")) return true
  if (kind === "cancellation") return meeting.state !== "cancelled"
  if (kind === "convocation" || kind === "change")
    return meeting.state === "cancelled" || content.sequence < meeting.sequence
  return meeting.state !== "convened"
}

type Written = {
  occasion: Occasion
  said: ReturnType<typeof saidIn>
  person: Addressee
  sending: Pick<Sending, "address"> & { content?: any }
  cap: number
}

export const compose = (
  kind: LetterKind,
  it: Written,
  given: Pick<Given, "origin" | "secret" | "office" | "now" | "actor">,
): Composed => {
  const { occasion, said, person } = it
  const { meeting, body } = occasion
  const { language } = said
  const isOver = kind === "cancellation" || kind === "withdrawal"
  const { html, text } = layOut({
    lang: language,
    sender: body.name,
    preview: say(language, `meetings.letter.${kind}.preview`, { body: body.name }),
    parts: partsOf(kind, it, given),
    footer: {
      text: isOver
        ? say(language, "meetings.letter.footer.over", { body: body.name, form: person.form })
        : say(language, "meetings.letter.footer", {
            body: body.name,
            voting: String(person.voting),
            form: person.form,
          }),
    },
  })
  const asks = kind === "convocation" || kind === "change" || isOver
  return {
    subject: subjectIn(kind, meeting, language),
    text,
    html,
    to_name: `${person.given_name} ${person.family_name}`,
    from_name: body.name,
    ...(asks ? { ics: { method: isOver ? "CANCEL" : "REQUEST", content: invitationFile(kind, it, given) } } : {}),
    ...(isOver ? {} : { attachments: [said.file] }),
  }
}

const partsOf = (
  kind: LetterKind,
  { occasion, said, person, sending, cap }: Written,
  given: Pick<Given, "origin" | "secret" | "actor">,
): Part[] => {
  const { meeting, body } = occasion
  const { language } = said
  const { form, voting } = person
  const words = { form, voting: String(voting), body: body.name, title: meeting.title }
  const isMoved = sending.content?.moved === true
  const link = (answer: "present" | "excused" | "proxy") =>
    answerLink(given, { organisation: given.actor.organisation, invitationId: person.id }, answer)
  const opening: Part[] = [
    { kind: "heading", text: meeting.title },
    { kind: "paragraph", text: say(language, "meetings.letter.hello", { name: person.given_name }) },
    { kind: "paragraph", text: say(language, `meetings.letter.${kind}.opening`, words) },
    { kind: "facts", facts: said.facts },
    ...(isMoved ? [{ kind: "paragraph" as const, text: say(language, "meetings.letter.change.again") }] : []),
  ]
  if (kind === "withdrawal") return opening
  if (kind === "cancellation")
    return [
      ...opening,
      { kind: "note", text: say(language, "meetings.letter.reason", { reason: meeting.cancel_reason ?? "" }) },
    ]
  return [
    ...opening,
    {
      kind: "buttons",
      buttons: [
        { label: say(language, "meetings.letter.present"), href: link("present") },
        { label: say(language, "meetings.letter.excused", { form }), href: link("excused") },
        ...(voting && cap > 0 ? [{ label: say(language, "meetings.letter.proxy"), href: link("proxy") }] : []),
      ],
    },
    { kind: "subheading", text: say(language, "meetings.letter.agenda") },
    { kind: "list", items: said.agenda, numbered: true },
    { kind: "note", text: say(language, "meetings.letter.change_of_mind") },
  ]
}

/** The same UID for the life of the meeting, SEQUENCE as the meeting counts its changes (RFC 5546 §2.1.4). */
const invitationFile = (
  kind: LetterKind,
  { occasion: { meeting, body }, said, person, sending }: Written,
  given: Pick<Given, "origin" | "secret" | "office" | "now" | "actor">,
): string => {
  const start = meeting.starts.toZonedDateTime(meeting.zone)
  const link = answerLink(given, { organisation: given.actor.organisation, invitationId: person.id })
  const isOver = kind === "withdrawal" || meeting.state === "cancelled"
  return writeCalendar({
    method: isOver ? "CANCEL" : "REQUEST",
    events: [
      {
        uid: meeting.uid,
        sequence: meeting.sequence,
        stamp: given.now,
        start,
        end: start.add({ minutes: meeting.minutes }),
        summary: `${meeting.title} · ${body.name}`,
        description: [
          // The place takes LOCATION; who comes from afar looks for the link in the calendar, not in the letter.
          ...(meeting.place && meeting.link ? [meeting.link] : []),
          ...said.agenda.map((line, index) => `${index + 1}. ${line}`),
          ...(isOver ? [] : [`${say(said.language, "meetings.letter.answer")} ${link}`]),
        ].join("\n"),
        ...(meeting.place || meeting.link ? { location: meeting.place ?? meeting.link! } : {}),
        url: link,
        status: "CONFIRMED",
        uninvites: kind === "withdrawal",
        organizer: { name: body.name, address: given.office.from.address },
        attendees: [
          {
            name: `${person.given_name} ${person.family_name}`,
            address: sending.address,
            role: person.voting ? "REQ-PARTICIPANT" : "OPT-PARTICIPANT",
            // A change of place does not take back a yes; a change of day did so before, where answers are kept.
            ...(person.answer ? { partstat: person.answer === "present" ? "ACCEPTED" : "DECLINED" } : {}),
          },
        ],
      },
    ],
  })
}

const addresseesOf = async (meetingId: string, { db }: Given): Promise<Map<string, Addressee>> => {
  const { rows } = await sql<Addressee>`
    select i.id, i.person_id, i.voting, i.answer, i.withdrawn_at is not null as is_withdrawn,
           p.given_name, p.family_name, p.form, p.language
      from invitations i join people p on (p.organisation_id, p.id) = (i.organisation_id, i.person_id)
     where i.meeting_id = ${meetingId}`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}
