import { event } from "../../../kernel/event.ts"

type About = { decisionId: string; bodyId: string }
export const decisionCarriedOut = event<About>()("decisions.carriedOut")
/** `decisionId` no longer stands; `byId` does. */
export const decisionSuperseded = event<About & { byId: string }>()("decisions.superseded")
/** To be decided again, at `meetingId` or at the next meeting of the body. */
export const decisionReopened = event<About & { meetingId: string | null }>()("decisions.reopened")
/** In force again, after a carrying out or a reopening that was said too soon. */
export const decisionReinstated = event<About>()("decisions.reinstated")
export const decisionAttached = event<About & { matterId: string | null }>()("decisions.attached")
export const reviewSet = event<About & { on: string | null }>()("decisions.reviewSet")
