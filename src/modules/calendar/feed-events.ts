import { sql } from "kysely"
import type { CalendarEvent } from "../../kernel/calendar/write.ts"
import { dayOf } from "../../kernel/clock.ts"
import type { Db } from "../../kernel/db.ts"
import { say } from "../../words.ts"
import { madeAt } from "../../kernel/id.ts"
import { isSeen } from "../meetings/contract.ts"
import { isSittingSeen, lodgingDaysBetween } from "../sittings/contract.ts"
import type { Feed } from "./feed.ts"
import { nextSteps } from "./next-steps.ts"

type Given = { db: Db; now: Temporal.Instant; origin: string }

/** The events of a feed: from three months ago, so that a phone does not lose last week, to two years ahead. */
export const feedEvents = async (feed: Feed, given: Given): Promise<CalendarEvent[]> => [
  ...(await meetingEvents(feed, given)),
  ...(await sittingEvents(feed, given)),
  ...(feed.body_id ? [] : await lodgingEvents(feed, given)),
  ...(feed.with_tasks && !feed.body_id ? [...(await taskEvents(feed, given)), ...(await stepEvents(feed, given))] : []),
]

type MeetingRow = {
  id: string
  uid: string
  sequence: number
  starts: Temporal.PlainDateTime
  zone: string
  minutes: number
  title: string
  place: string | null
  link: string | null
  host: string | null
  state: string
  confidential: boolean
  outside: boolean
  body_name: string
  stamp: Temporal.Instant
  answer: string | null
}

const meetingEvents = async (feed: Feed, { db, now, origin }: Given): Promise<CalendarEvent[]> => {
  const today = dayOf(now)
  const { rows } = await sql<MeetingRow>`
    select m.id, m.uid, m.sequence, m.starts, m.zone, m.minutes, m.title, m.place, m.link, m.host, m.state, m.confidential,
           m.outside, b.name as body_name, v.answer,
           greatest(m.created_at, m.convened_at, m.cancelled_at, v.answered_at) as stamp
      from meetings m
      join bodies b on (b.organisation_id, b.id) = (m.organisation_id, m.body_id)
      left join invitations v on (v.organisation_id, v.meeting_id) = (m.organisation_id, m.id)
                             and v.person_id = ${feed.person_id} and v.withdrawn_at is null
     where m.starts >= ${today.subtract({ months: 3 })}::date and m.starts < ${today.add({ years: 2 })}::date
       and ${feed.body_id ? sql`m.body_id = ${feed.body_id}` : isSeen(feed.person_id, today)}
     order by m.starts, m.id`.execute(db)
  return rows.map((row) => (feed.body_id ? publicEvent(row, feed) : ownEvent(row, feed, origin)))
}

// Calendars are shown on walls, shared with families and kept by others: what is confidential stays behind the link.
const ownEvent = (row: MeetingRow, feed: Feed, origin: string): CalendarEvent => {
  const url = `${origin}/reunions/${row.id}`
  const place = row.place ?? row.link
  return {
    ...publicEvent(row, feed),
    ...(row.confidential
      ? {}
      : {
          summary: `${row.title} · ${row.body_name}`,
          description: [row.host, row.link, url].filter(Boolean).join("\n"),
          ...(place ? { location: place } : {}),
        }),
    url,
    // Whoever is excused is free at that hour.
    free: row.state === "cancelled" || row.answer === "excused" || row.answer === "proxy",
  }
}

/** What may be shown to anyone who has the address: when, what, where; of a confidential meeting, only that there is one. */
const publicEvent = (row: MeetingRow, { language }: Feed): CalendarEvent => {
  const start = row.starts.toZonedDateTime(row.zone)
  return {
    uid: row.uid,
    sequence: row.sequence,
    stamp: row.stamp,
    start,
    end: start.add({ minutes: row.minutes }),
    summary: row.confidential ? say(language, "calendar.meeting") : row.title,
    ...(row.confidential || !row.place ? {} : { location: row.place }),
    status: statusOf(row),
  }
}

// Until it is convened, the day may still move. An outside meeting is convened by others.
const statusOf = ({ state, outside }: MeetingRow) =>
  state === "cancelled" ? "CANCELLED" : state === "preparing" && !outside ? "TENTATIVE" : "CONFIRMED"

// Nobody says how long a sitting lasts; the morning or the evening of it is taken.
const SITTING_HOURS = 4

/** The sittings of the assemblies where ours sit: they are public, or their day is. */
const sittingEvents = async (feed: Feed, { db, now, origin }: Given): Promise<CalendarEvent[]> => {
  const today = dayOf(now)
  const { rows } = await sql<{
    id: string
    title: string
    assembly: string
    starts: Temporal.PlainDateTime
    zone: string
    place: string | null
    stamp: Temporal.Instant
  }>`
    select s.id, s.title, a.name as assembly, s.starts, s.zone, s.place, ${madeAt(sql`s.id`)} as stamp
      from sittings s join assemblies a on (a.organisation_id, a.id) = (s.organisation_id, s.assembly_id)
     where s.starts >= ${today.subtract({ months: 3 })}::date and s.starts < ${today.add({ years: 2 })}::date
       and ${feed.body_id ? sql`s.body_id = ${feed.body_id}` : isSittingSeen(feed.person_id, today)}
     order by s.starts, s.id`.execute(db)
  return rows.map(({ id, title, assembly, starts, zone, place, stamp }) => {
    const start = starts.toZonedDateTime(zone)
    return {
      uid: `${id}@permanence`,
      stamp,
      start,
      end: start.add({ hours: SITTING_HOURS }),
      summary: `${title} · ${assembly}`,
      ...(place ? { location: place } : {}),
      ...(feed.body_id ? {} : { url: `${origin}/seances/${id}` }),
      status: "CONFIRMED",
    }
  })
}

/** The last days to lodge something for a sitting, in one's own calendar. */
const lodgingEvents = async (feed: Feed, { db, now, origin }: Given): Promise<CalendarEvent[]> => {
  const today = dayOf(now)
  const days = await lodgingDaysBetween(
    { from: today.subtract({ months: 1 }), to: today.add({ years: 1 }) },
    { db, now, actor: { personId: feed.person_id, language: feed.language } },
  )
  return days.map(({ id, key, day, what, title }) => ({
    uid: `${id}-${key}@permanence`,
    stamp: now,
    start: day,
    summary: say(feed.language, "calendar.lodging.feed", { what, title }),
    url: `${origin}/seances/${id}`,
    free: true,
  }))
}

const taskEvents = async (feed: Feed, { db, now, origin }: Given): Promise<CalendarEvent[]> => {
  const { rows } = await sql<{
    id: string
    what: string
    due: Temporal.PlainDate
    confidential: boolean
    created_at: Temporal.Instant
  }>`
    select id, what, due, confidential, created_at from tasks
     where owner_id = ${feed.person_id} and state = 'open' and due is not null
       and due < ${dayOf(now).add({ years: 2 })}::date
     order by due, id`.execute(db)
  return rows.map(({ id, what, due, confidential, created_at }) => ({
    uid: `${id}@permanence`,
    stamp: created_at,
    start: due,
    summary: confidential ? say(feed.language, "calendar.task") : say(feed.language, "calendar.task.named", { what }),
    url: `${origin}/taches/${id}`,
    free: true,
  }))
}

/** The next steps of the matters that are theirs, beside their tasks. */
const stepEvents = async (feed: Feed, { db, now, origin }: Given): Promise<CalendarEvent[]> => {
  const today = dayOf(now)
  const only = sql`x.next_on >= ${today.subtract({ months: 3 })}::date and x.next_on < ${today.add({ years: 2 })}::date`
  const rows = await nextSteps(feed.person_id, only, { db, now })
  return rows.map(({ id, title, next_step, next_on, confidential, made_at }) => ({
    uid: `${id}-step@permanence`,
    stamp: made_at,
    start: next_on,
    summary: confidential
      ? say(feed.language, "calendar.next_step")
      : say(feed.language, "calendar.next_step.named", { title, step: next_step }),
    url: `${origin}/dossiers/${id}`,
    free: true,
  }))
}
