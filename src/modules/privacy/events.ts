import { event } from "../../kernel/event.ts"

export const consentGiven = event<{ consentId: string; personId: string; bodyId: string; purpose: string }>()(
  "privacy.consentGiven",
)
export const consentWithdrawn = event<{ consentId: string; personId: string; bodyId: string }>()(
  "privacy.consentWithdrawn",
)
/** Somebody asks by right; `kind` is which right. */
export const requestReceived = event<{ requestId: string; personId: string; bodyId: string; kind: string }>()(
  "privacy.requestReceived",
)
export const requestExtended = event<{ requestId: string; personId: string; bodyId: string; due: string }>()(
  "privacy.requestExtended",
)
export const requestClosed = event<{ requestId: string; personId: string; bodyId: string; state: string }>()(
  "privacy.requestClosed",
)
/** What a person is told of what is held about them left, and by which way. */
export const heldSent = event<{ personId: string; bodyId: string; by: "email" | "print" }>()("privacy.heldSent")
export const personErased = event<{ personId: string; bodyId: string | null; because: "asked" | "rule" }>()(
  "privacy.personErased",
)
export const personKept = event<{ personId: string; bodyId: string; until: string }>()("privacy.personKept")
export const basisChosen = event<{ bodyId: string; purpose: string; basis: string }>()("privacy.basisChosen")
/** What the rules of conservation did in one night. */
export const retentionRan = event<{ announced: number; erased: number; openings: number }>()("privacy.retentionRan")
