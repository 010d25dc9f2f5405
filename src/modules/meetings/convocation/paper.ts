import { createHash } from "node:crypto"
import { sql } from "kysely"
import { dayOf } from "../../../kernel/clock.ts"
import { type AgendaPaper, agendaPdf } from "../../../kernel/typeset/papers.ts"
import type { Rule } from "../../../kernel/law/rule.ts"
import { valueInWords } from "../../../kernel/law/value-in-words.ts"
import type { RichText } from "../../../kernel/rich-text/schema.ts"
import { dayAndHour, dayOnly, hour, lasting } from "../../../kernel/words/dates.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { Language } from "../../../kernel/words/words.ts"
import { say } from "../../../words.ts"
import type { LateAttachment } from "../../post/contract.ts"
import { runningClock } from "../agenda/clock.ts"
import type { SecondConvocation } from "../attendance/second-convocation.ts"
import { secondAhead } from "../attendance/second-told.ts"
import type { Meeting } from "../meeting.ts"
import type { Purpose } from "../tables.ts"
import { urgencyOf } from "./plan.ts"

/** What every letter about a meeting is written from. */
export type Occasion = {
  meeting: Meeting
  body: { name: string; country: string; zone: string; town: string | null }
  items: PaperItem[]
  /** The meeting of which the number lacked, when this one takes it up again and says so. */
  second: SecondConvocation | null
  /** By what majority the meeting must first recognise the urgency it was convened by; null when it was not, or no rule says. */
  urgency: Rule | null
}

type PaperItem = {
  title: string | null
  purpose: Purpose
  minutes: number
  presenter: string | null
  description: RichText | null
  proposed_decision: string | null
  added_after: boolean
  papers: string[]
}

/**
 * The meeting as those convened may read it: a confidential item of a meeting that is not keeps its place and its length, and
 * loses its words, for the letter goes to everyone.
 */
export const occasionOf = async (meetingId: string, given: Circumstances): Promise<Occasion> => {
  const { db } = given
  const meeting = (await db
    .selectFrom("meetings")
    .selectAll()
    .where("id", "=", meetingId)
    .executeTakeFirstOrThrow()) as Meeting
  const body = await db
    .selectFrom("bodies")
    .select(["name", "country", "zone", "town"])
    .where("id", "=", meeting.body_id)
    .executeTakeFirstOrThrow()
  const isOpen = sql<boolean>`(${meeting.confidential} or not i.confidential)`
  const { rows: items } = await sql<PaperItem>`
    select case when ${isOpen} then i.title end as title, i.purpose, i.minutes, i.added_after,
           case when ${isOpen} then p.given_name || ' ' || p.family_name end as presenter,
           case when ${isOpen} then i.description end as description,
           case when ${isOpen} then i.proposed_decision end as proposed_decision,
           case when ${isOpen} then coalesce((
             select array_agg(f.name order by x.position, f.name) from item_papers x
               join files f on (f.organisation_id, f.id) = (x.organisation_id, x.file_id)
              where (x.organisation_id, x.item_id) = (i.organisation_id, i.id)), '{}') else '{}' end as papers
      from agenda_items i left join people p on (p.organisation_id, p.id) = (i.organisation_id, i.presenter_id)
     where i.meeting_id = ${meetingId} and i.state = 'accepted'
     order by i.position, i.id`.execute(db)
  const second = await secondAhead(meeting, given)
  const urgency = meeting.urgency_reason ? await urgencyOf(meeting, given) : null
  // Convened too soon, and not owned up to: it is a meeting like another.
  const isSecond = second !== null && (!second.is_too_soon || meeting.irregular_reason !== null)
  return {
    meeting,
    body,
    items,
    second: isSecond ? second : null,
    urgency: urgency?.unit === "majority" ? urgency : null,
  }
}

/** The same for whoever sees the meeting and may not read it: each item keeps its place and its length. */
export const withoutWords = ({ items, ...rest }: Occasion): Occasion => ({
  ...rest,
  items: items.map((item) => ({
    ...item,
    title: null,
    presenter: null,
    description: null,
    proposed_decision: null,
    papers: [],
  })),
})

/** "1. Comptes 2025 (à décider, Karim Aït-Saïd, 20 min)" */
export const agendaLines = ({ items }: Occasion, language: Language): string[] =>
  items.map((item) => {
    const soft = [say(language, `meetings.purpose.${item.purpose}`), item.presenter, lasting(language, item.minutes)]
    return `${titleOf(item, language)} (${soft.filter(Boolean).join(", ")})`
  })

const titleOf = ({ title, added_after }: PaperItem, language: Language) =>
  `${title ?? say(language, "meetings.letter.hidden")}${added_after ? ` · ${say(language, "meetings.letter.added")}` : ""}`

export const agendaPaper = (occasion: Occasion, language: Language, now: Temporal.Instant): AgendaPaper => {
  const { meeting, body, items } = occasion
  const { begins } = runningClock(items, meeting)
  return {
    body: body.name,
    title: meeting.title,
    date: dayOf(meeting.convened_at ?? now, body.zone).toString(),
    lang: language,
    region: body.country,
    when: dayAndHour(language, meeting.starts),
    ...(meeting.irregular_reason ? { stamp: say(language, "meetings.letter.irregular.stamp") } : {}),
    ...(meeting.urgency_reason ? { stamp: say(language, "meetings.letter.urgency.stamp") } : {}),
    // The day stands under the title already.
    facts: factsOf(occasion, language)
      .slice(1)
      .map(({ label, value }): [string, string] => [label, value]),
    items: items.map((item, index) => ({
      number: String(index + 1),
      title: titleOf(item, language),
      purpose: say(language, `meetings.purpose.${item.purpose}`),
      ...(item.presenter ? { lead: item.presenter } : {}),
      time: hour(language, begins[index]!),
      minutes: lasting(language, item.minutes),
      ...(item.description ? { notes: item.description } : {}),
      ...(item.proposed_decision ? { proposal: item.proposed_decision } : {}),
      papers: item.papers,
    })),
  }
}

/** When, where, by what link, whether it takes up again, and the reasons of a late convocation: they are the reader's to know. */
export const factsOf = (
  { meeting, second, urgency }: Occasion,
  language: Language,
): { label: string; value: string }[] =>
  [
    { label: say(language, "meetings.letter.when"), value: dayAndHour(language, meeting.starts) },
    { label: say(language, "meetings.letter.lasting"), value: lasting(language, meeting.minutes) },
    { label: say(language, "meetings.letter.where"), value: meeting.place },
    { label: say(language, "meetings.letter.link"), value: meeting.link },
    ...(second ? [secondFact(second, language)] : []),
    { label: say(language, "meetings.letter.urgency"), value: urgencyIn(meeting, urgency, language) },
    { label: say(language, "meetings.letter.irregular"), value: meeting.irregular_reason },
  ].filter((fact): fact is { label: string; value: string } => Boolean(fact.value))

// The meeting itself says whether it was urgent (CGCT L4132-18 for a regional council): those convened come knowing it.
const urgencyIn = ({ urgency_reason }: Meeting, urgency: Rule | null, language: Language) =>
  urgency_reason && urgency
    ? say(language, "meetings.letter.urgency.recognised", {
        reason: urgency_reason,
        rule: valueInWords(language, urgency),
      })
    : urgency_reason

// CDLD L1122-17 wants it said, and a member who stays away must know that this time their absence stops nothing.
const secondFact = ({ firsts, rule }: SecondConvocation, language: Language) => ({
  label: say(language, "meetings.letter.second", { nth: firsts.length }),
  value: say(language, "meetings.letter.second.because", {
    days: firsts
      .map(({ starts }) => dayOnly(language, starts))
      .toReversed()
      .join(", "),
    article: (rule.legal_basis ?? rule.overridden_by) ? ` (${rule.legal_basis ?? rule.overridden_by})` : "",
  }),
})

/** The agenda as a PDF, made once for all who read the same language. */
export const agendaFile = (occasion: Occasion, language: Language, now: Temporal.Instant): LateAttachment => {
  const paper = agendaPaper(occasion, language, now)
  return {
    filename: `${say(language, "meetings.letter.file")} ${occasion.meeting.starts.toPlainDate()}.pdf`,
    type: "application/pdf",
    key: `agenda ${createHash("sha256").update(JSON.stringify(paper)).digest("hex")}`,
    make: () => agendaPdf(paper),
  }
}
