import { event } from "../../kernel/event.ts"

export const meetingPrepared = event<{ meetingId: string; bodyId: string }>()("meetings.prepared")
