import type { Db } from "../../../kernel/db.ts"

/** Those who are in the room of an open meeting with a vote: nobody where nobody has been ticked, or it is not open. */
export const votersPresent = async (meetingId: string, db: Db): Promise<string[]> => {
  const rows = await db
    .selectFrom("attendances")
    .innerJoin("meetings", "meetings.id", "attendances.meeting_id")
    .select("attendances.person_id")
    .distinct()
    .where("attendances.meeting_id", "=", meetingId)
    .where("meetings.state", "=", "open")
    .where("attendances.voting", "=", true)
    .where("attendances.left_at", "is", null)
    .execute()
  return rows.map(({ person_id }) => person_id)
}
