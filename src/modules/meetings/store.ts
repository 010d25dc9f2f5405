import type { Insertable, Updateable } from "kysely"
import type { Db } from "../../kernel/db.ts"
import { newId } from "../../kernel/id.ts"
import type { AgendaItemRow, MeetingRow } from "./tables.ts"

/** A calendar's UID never changes, even when the meeting moves to another day (RFC 5545 3.8.4.7). */
export const insertMeeting = (meeting: Omit<Insertable<MeetingRow>, "uid"> & { id: string }, db: Db) =>
  db
    .insertInto("meetings")
    .values({ ...meeting, uid: `${meeting.id}@permanence` })
    .execute()

export const insertItems = async (
  meetingId: string,
  items: Omit<Insertable<AgendaItemRow>, "organisation_id" | "id" | "meeting_id">[],
  organisation: string,
  db: Db,
) => {
  if (items.length === 0) return
  await db
    .insertInto("agenda_items")
    .values(items.map((item) => ({ ...item, organisation_id: organisation, id: newId(), meeting_id: meetingId })))
    .execute()
}

export const findType = (typeId: string, bodyId: string, db: Db) =>
  db.selectFrom("meeting_types").selectAll().where("id", "=", typeId).where("body_id", "=", bodyId).executeTakeFirst()

export const findMeeting = (meetingId: string, db: Db) =>
  db.selectFrom("meetings").selectAll().where("id", "=", meetingId).executeTakeFirst()

/** Locks the meeting: every change of its state passes here, so that two secretaries never both succeed. */
export const findMeetingToChange = (meetingId: string, db: Db) =>
  db.selectFrom("meetings").selectAll().where("id", "=", meetingId).forUpdate().executeTakeFirst()

/** Writes what changed of a locked meeting; what is undefined stays. */
export const updateMeeting = (
  meeting: { id: string; version: number },
  changes: Omit<Updateable<MeetingRow>, "organisation_id" | "id" | "version">,
  db: Db,
) =>
  db
    .updateTable("meetings")
    .set({ ...changes, version: meeting.version + 1 })
    .where("id", "=", meeting.id)
    .execute()
