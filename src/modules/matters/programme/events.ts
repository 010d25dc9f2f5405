import { event } from "../../../kernel/event.ts"

export const programmeAdded = event<{ bodyId: string; count: number }>()("programme.added")
export const programmeChanged = event<{ programmeLineId: string; bodyId: string }>()("programme.changed")
export const programmeEnded = event<{ programmeLineId: string; bodyId: string }>()("programme.ended")
