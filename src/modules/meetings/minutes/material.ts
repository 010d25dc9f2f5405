import type { Selectable } from "kysely"
import { sql } from "kysely"
import type { Db } from "../../../kernel/db.ts"
import type { RichText } from "../../../kernel/rich-text/schema.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import { type DecisionOfMeeting, decisionsOfMeeting } from "../../decisions/contract.ts"
import { tasksOfMeeting } from "../../tasks/contract.ts"
import type { Item } from "../agenda/find-item.ts"
import { namesOf } from "../attendance/names-of.ts"
import { type Room, roomOf } from "../attendance/room-of.ts"
import { type SecondConvocation, secondConvocationOf } from "../attendance/second-convocation.ts"
import type { Meeting } from "../meeting.ts"
import type { MinutesRow } from "../tables.ts"

export type Correction = {
  id: string
  item_id: string | null
  person_id: string
  text: string
  asked_at: Temporal.Instant
  state: "asked" | "taken" | "declined"
  answer: string | null
}

/** All that minutes are composed from, past every rule of reading: who may read what is settled when they are composed. */
export type Material = {
  meeting: Meeting
  body: { name: string; code: string; country: string; town: string | null }
  room: Room
  second: SecondConvocation | null
  items: (Omit<Item, "notes"> & { notes: RichText | null; presenter: string | null })[]
  decisions: DecisionOfMeeting[]
  tasks: Awaited<ReturnType<typeof tasksOfMeeting>>
  minutes: Selectable<MinutesRow> | undefined
  corrections: Correction[]
  /** How many letters of the convocation left, by each means; null when none did. */
  convoked: { people: number; mail: number; post: number } | null
  nameOf: (id: string) => string
}

export const materialOf = async (meeting: Meeting, given: Circumstances): Promise<Material> => {
  const { db } = given
  const room = await roomOf(meeting, given)
  const decisions = await decisionsOfMeeting(meeting.id, db)
  const corrections = await correctionsOf(meeting.id, db)
  const { rows: items } = await sql<Material["items"][number]>`
    select i.*, p.given_name || ' ' || p.family_name as presenter
      from agenda_items i left join people p on (p.organisation_id, p.id) = (i.organisation_id, i.presenter_id)
     where i.meeting_id = ${meeting.id} and i.state = 'accepted'
     order by i.position, i.id`.execute(db)
  return {
    meeting,
    body: await db
      .selectFrom("bodies")
      .select(["name", "code", "country", "town"])
      .where("id", "=", meeting.body_id)
      .executeTakeFirstOrThrow(),
    room,
    second: await secondConvocationOf(meeting, room.law, given),
    items,
    decisions,
    tasks: await tasksOfMeeting(meeting.id, db),
    minutes: await db.selectFrom("minutes").selectAll().where("meeting_id", "=", meeting.id).executeTakeFirst(),
    corrections,
    convoked: await convokedOf(meeting, db),
    nameOf: await namesOf(
      [
        ...room.convened.map(({ person_id }) => person_id),
        ...room.stays.map(({ person_id }) => person_id),
        ...room.proxies.flatMap(({ giver_id, holder_id }) => [giver_id, holder_id]),
        ...decisions.flatMap(({ roll }) => roll.map(({ person_id }) => person_id)),
        ...corrections.map(({ person_id }) => person_id),
        ...[meeting.chair_id, meeting.scribe_id].filter((id) => id !== null),
      ],
      db,
    ),
  }
}

export const correctionsOf = (meetingId: string, db: Db): Promise<Correction[]> =>
  db
    .selectFrom("minutes_corrections")
    .select(["id", "item_id", "person_id", "text", "asked_at", "state", "answer"])
    .where("meeting_id", "=", meetingId)
    .orderBy("asked_at")
    .orderBy("id")
    .execute()

const convokedOf = async ({ id, convened_at }: Meeting, db: Db) => {
  if (!convened_at) return null
  const { rows } = await sql<{ people: number; mail: number; post: number }>`
    select count(*)::int as people, count(*) filter (where means = 'email')::int as mail,
           count(*) filter (where means = 'post')::int as post
      from invitations where meeting_id = ${id} and withdrawn_at is null`.execute(db)
  return rows[0]!
}
