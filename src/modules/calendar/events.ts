import { event } from "../../kernel/event.ts"

/** The address itself is in no event: it opens a calendar without sign-in. */
export const calendarSubscribed = event<{ feedId: string; bodyId: string | null; withTasks: boolean }>()(
  "calendar.subscribed",
)
export const calendarRevoked = event<{ feedId: string }>()("calendar.revoked")
