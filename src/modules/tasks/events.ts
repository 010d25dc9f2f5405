import { event } from "../../kernel/event.ts"

export const taskGiven = event<{ taskId: string; bodyId: string; ownerId: string | null }>()("tasks.given")
export const taskChanged = event<{ taskId: string }>()("tasks.changed")
/** Somebody else has it now. */
export const taskHandedOver = event<{ taskId: string; from: string | null; to: string | null }>()("tasks.handedOver")
export const taskPostponed = event<{ taskId: string; from: string | null; to: string | null }>()("tasks.postponed")
export const taskNoted = event<{ taskId: string; noteId: string }>()("tasks.noted")
/** `decisionId` when it came from a decision: whoever follows it may say that it is carried out. */
export const taskFinished = event<{ taskId: string; decisionId: string | null }>()("tasks.finished")
export const taskReopened = event<{ taskId: string }>()("tasks.reopened")
export const taskDropped = event<{ taskId: string; decisionId: string | null }>()("tasks.dropped")
/** A reminder left by mail. */
export const taskReminded = event<{ taskId: string; personId: string }>()("tasks.reminded")
