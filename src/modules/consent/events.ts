import { event } from "../../kernel/event.ts"

type Of = { electionId: string }
type OfBody = Of & { bodyId: string }

export const electionPrepared = event<OfBody>()("consent.prepared")
export const electionChanged = event<OfBody>()("consent.changed")
/** The nominations open: who takes part is frozen. */
export const electionOpened = event<OfBody & { participants: number }>()("consent.opened")
export const nominated = event<Of>()("consent.nominated")
export const nominationsRevealed = event<OfBody & { nominations: number }>()("consent.revealed")
export const changesOpened = event<OfBody>()("consent.changesOpened")
export const nominationChanged = event<Of>()("consent.nominationChanged")
export const nominationKept = event<Of>()("consent.nominationKept")
export const changesClosed = event<OfBody & { changes: number }>()("consent.changesClosed")
export const personProposed = event<OfBody & { proposalId: string; round: number }>()("consent.proposed")
export const proposalAnswered = event<Of & { proposalId: string }>()("consent.answered")
export const wentOn = event<OfBody & { proposalId: string }>()("consent.wentOn")
/** Somebody is elected by consent. */
export const consentElected = event<OfBody & { functionId: string | null; personId: string }>()("consent.elected")
export const electionClosed = event<OfBody>()("consent.closed")
/** Who was elected stands in the register. */
export const electionDecided = event<Of & { decisionId: string }>()("consent.decided")
/** To how many a letter left: whoever was elected, and those who were named. */
export const electionProclaimed = event<OfBody & { decisionId: string; told: number; toldOthers: number }>()(
  "consent.proclaimed",
)
