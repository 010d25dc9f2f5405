import { event } from "../../kernel/event.ts"

type OfCall = { callId: string }
type OfCandidacy = OfCall & { candidacyId: string }

export const callWritten = event<OfCall & { bodyId: string }>()("calls.written")
export const callChanged = event<OfCall & { bodyId: string }>()("calls.changed")
export const callPublished = event<OfCall & { bodyId: string }>()("calls.published")
export const callExtended = event<OfCall & { bodyId: string; because: string }>()("calls.extended")
/** The order was drawn in the same gesture. */
export const callClosed = event<OfCall & { bodyId: string; candidates: number; short: boolean }>()("calls.closed")
export const callCancelled = event<OfCall & { bodyId: string }>()("calls.cancelled")
export const candidateStood = event<OfCandidacy>()("calls.stood")
export const candidacyEntered = event<OfCandidacy>()("calls.entered")
export const candidacyChanged = event<OfCandidacy>()("calls.candidacyChanged")
export const candidacyWithdrawn = event<OfCandidacy>()("calls.withdrawn")
export const candidacyAnswered = event<OfCandidacy & { admitted: boolean }>()("calls.answered")
export const questionAsked = event<OfCall & { questionId: string }>()("calls.asked")
export const questionShown = event<OfCall & { questionId: string }>()("calls.questionShown")
export const questionSetAside = event<OfCall & { questionId: string }>()("calls.questionSetAside")
export const questionAnswered = event<OfCandidacy & { questionId: string }>()("calls.questionAnswered")
