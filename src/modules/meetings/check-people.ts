import type { Db } from "../../kernel/db.ts"
import type { Circumstances } from "../../kernel/rule.ts"
import { mustSee } from "../mandates/contract.ts"

/** Refuses people whom the actor neither sees nor finds named in the meeting already: convened, in the room, chairing, writing. */
export const checkPeople = async (
  personIds: readonly (string | null | undefined)[],
  meeting: { id: string; chair_id?: string | null; scribe_id?: string | null },
  given: Circumstances,
): Promise<void> => {
  if (!personIds.some(Boolean)) return
  const known = [meeting.chair_id ?? null, meeting.scribe_id ?? null, ...(await peopleOf(meeting.id, given.db))]
  await mustSee(personIds, given, { known })
}

/** Everyone convened to a meeting, or in its room. */
export const peopleOf = async (meetingId: string, db: Db): Promise<string[]> => {
  const of = (table: "invitations" | "attendances") =>
    db.selectFrom(table).select("person_id").where("meeting_id", "=", meetingId)
  return (await of("invitations").union(of("attendances")).execute()).map(({ person_id }) => person_id)
}
