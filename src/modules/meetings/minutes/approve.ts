import type { Event } from "../../../kernel/event.ts"
import { refuse } from "../../../kernel/refusal.ts"
import type { Circumstances } from "../../../kernel/rule.ts"
import type { Meeting } from "../meeting.ts"
import { minutesApproved } from "./events.ts"

/**
 * The minutes of a meeting, approved by a decision of another: the corrections that were taken belong to them from then on.
 * Refuses minutes that nobody could read yet; those approved already stay as they are.
 */
export const approveFrom = async (
  meetingId: string,
  approving: Pick<Meeting, "id">,
  at: Temporal.Instant,
  { actor, db }: Circumstances,
): Promise<Event[]> => {
  const minutes = await db
    .selectFrom("minutes")
    .selectAll()
    .where("meeting_id", "=", meetingId)
    .forUpdate()
    .executeTakeFirst()
  if (!minutes || minutes.state === "draft") return refuse("minutes.not_circulated")
  if (minutes.state === "approved") return []
  await db
    .updateTable("minutes")
    .set({ state: "approved", approved_at: at, approved_by: actor.personId, approved_in: approving.id })
    .where("meeting_id", "=", meetingId)
    .execute()
  const { body_id } = await db
    .selectFrom("meetings")
    .select("body_id")
    .where("id", "=", meetingId)
    .executeTakeFirstOrThrow()
  return [minutesApproved({ meetingId, bodyId: body_id, approvedIn: approving.id })]
}
