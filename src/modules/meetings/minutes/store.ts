import type { Selectable } from "kysely"
import type { Circumstances } from "../../../kernel/rule.ts"
import { type Language, languageOf } from "../../../kernel/words/words.ts"
import type { Meeting } from "../meeting.ts"
import { findMeetingToChange } from "../store.ts"
import type { MinutesRow } from "../tables.ts"

export type Minutes = Selectable<MinutesRow>
export type MinutesToChange = Pick<Meeting, "body_id" | "chair_id" | "scribe_id"> & {
  meeting: Meeting
  minutes: Minutes
}

/** A meeting and its minutes, both locked; the minutes begin with the first hand that touches them. */
export const findMinutesToChange = async (
  meetingId: string,
  { db }: Circumstances,
): Promise<MinutesToChange | undefined> => {
  const meeting = await findMeetingToChange(meetingId, db)
  if (!meeting) return undefined
  await db
    .insertInto("minutes")
    .values({
      organisation_id: meeting.organisation_id,
      meeting_id: meeting.id,
      reference: null,
      opening: null,
      closing: null,
      changed_by: null,
      changed_at: null,
      circulated_at: null,
      circulated_by: null,
      approved_at: null,
      approved_by: null,
      approved_in: null,
      file_id: null,
      content: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const minutes = await db
    .selectFrom("minutes")
    .selectAll()
    .where("meeting_id", "=", meetingId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const { body_id, chair_id, scribe_id } = meeting
  return { meeting, minutes, body_id, chair_id, scribe_id }
}

/** What is official is written in the language of the organisation, whoever reads it. */
export const officialLanguage = async ({ db }: Pick<Circumstances, "db">): Promise<Language> =>
  languageOf((await db.selectFrom("organisations").select("language").executeTakeFirst())?.language)
