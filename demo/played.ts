import type { Stage } from "./stage.ts"
import type { MeetingTold } from "./story.ts"

/** How a body lives: who writes its meetings, and how long before they are prepared and convened. */
export type Manner = {
  bodyId: string
  secretary: string
  matters: Map<string, string>
  prepare_days: number
  convene_days: number
  /** What is said this time of an item that stands on every agenda, by its title. */
  usual: (title: string) => string | undefined
}

/** A meeting of the story while it is played. */
export type Played = { told: MeetingTold; meetingId: string; day: Temporal.PlainDate }

/** The items of a meeting as they stand, in their order. */
export const agendaOf = (meetingId: string, stage: Stage) =>
  stage.within(({ db }) =>
    db
      .selectFrom("agenda_items")
      .select(["id", "title", "purpose", "minutes", "automatic", "about_meeting_id"])
      .where("meeting_id", "=", meetingId)
      .where("state", "=", "accepted")
      .orderBy("position")
      .execute(),
  )
