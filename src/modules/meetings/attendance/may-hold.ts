import type { Selectable } from "kysely"
import type { Db } from "../../../kernel/db.ts"
import { refuse } from "../../../kernel/refusal.ts"
import { anyOf, type Circumstances, rule } from "../../../kernel/rule.ts"
import { holds, isGiven } from "../../mandates/contract.ts"
import { findItemToChange, isItemRead, type Item } from "../agenda/find-item.ts"
import type { Meeting } from "../meeting.ts"
import { meetingOf } from "../prepares.ts"
import type { MinutesRow } from "../tables.ts"
import { isOfToday } from "./moment.ts"

type Led = Pick<Meeting, "body_id" | "chair_id" | "scribe_id"> & ({ id: string } | { meeting: { id: string } })

/** Whoever was asked to chair this meeting, or to keep its minutes. */
export const isChairOrScribe = rule<Pick<Meeting, "chair_id" | "scribe_id">>(
  "isChairOrScribe",
  ({ chair_id, scribe_id }, { actor }) =>
    actor.personId !== null && (actor.personId === chair_id || actor.personId === scribe_id),
)

export const mayHold = anyOf<Led>(
  holds("meetings.hold"),
  isChairOrScribe,
  isGiven("meeting", "meetings.hold", meetingOf),
)
export const mayWrite = anyOf<Led>(
  holds("minutes.write"),
  holds("meetings.hold"),
  isChairOrScribe,
  isGiven("meeting", "minutes.write", meetingOf),
  isGiven("meeting", "meetings.hold", meetingOf),
)

/** An item and its meeting, locked. Undefined when its words are not for the actor. */
export const findItemToHold = async (
  itemId: string,
  given: Circumstances,
): Promise<(Led & { item: Item; meeting: Meeting }) | undefined> => {
  const found = await findItemToChange(itemId, given.db)
  if (!found || found.item.state !== "accepted") return undefined
  const { item, meeting } = found
  if (!(await isItemRead(item, meeting, given))) return undefined
  return { item, meeting, body_id: meeting.body_id, chair_id: meeting.chair_id, scribe_id: meeting.scribe_id }
}

/** The minutes of a meeting, if anybody has begun them. */
export const findMinutes = (meetingId: string, db: Db): Promise<Selectable<MinutesRow> | undefined> =>
  db.selectFrom("minutes").selectAll().where("meeting_id", "=", meetingId).executeTakeFirst()

/** Refuses to touch what was circulated: from then on a mistake is a correction, asked for and answered in the open. */
export const notCirculated = async (meeting: Pick<Meeting, "id">, db: Db) => {
  const minutes = await findMinutes(meeting.id, db)
  if (minutes && minutes.state !== "draft") refuse("attendance.circulated")
}

/** What was decided can still stand in its minutes: they have not left. */
export const isStillWritten = async (meeting: Pick<Meeting, "id" | "state">, db: Db): Promise<boolean> =>
  meeting.state !== "cancelled" && ((await findMinutes(meeting.id, db))?.state ?? "draft") === "draft"

/** Who is there can be written from the hour people arrive, and put right until the minutes circulate. */
export const stillListed = async (meeting: Meeting, { db, now }: Circumstances) => {
  if (meeting.state === "cancelled") refuse("meetings.cancelled")
  if (meeting.outside) refuse("attendance.outside")
  if (meeting.state === "closed") return notCirculated(meeting, db)
  if (meeting.state !== "open" && !isOfToday(meeting, now)) refuse("attendance.not_today")
}

/** Items are held once the meeting is open, and put right until the minutes circulate. */
export const stillHeld = async (meeting: Meeting, db: Db) => {
  if (meeting.state === "cancelled") refuse("meetings.cancelled")
  if (meeting.state === "closed") return notCirculated(meeting, db)
  if (meeting.state !== "open") refuse("attendance.not_open")
}
