import { event } from "../../kernel/event.ts"

type OfBallot = { ballotId: string }

export const ballotPrepared = event<OfBallot & { bodyId: string }>()("votes.prepared")
export const ballotChanged = event<OfBallot & { revision: number }>()("votes.changed")
export const lotDrawn = event<OfBallot>()("votes.lotDrawn")
export const ballotOpened = event<OfBallot & { bodyId: string; rollId: string; entitled: number }>()("votes.opened")
/** That somebody voted in secret. */
export const voteSealed = event<OfBallot>()("votes.sealed")
/** That somebody voted, never what. */
export const voteCast = event<OfBallot & { again: boolean }>()("votes.cast")
export const figuresTyped = event<OfBallot>()("votes.figuresTyped")
export const ballotClosed = event<OfBallot & { bodyId: string; voters: number }>()("votes.closed")
export const votingStopped = event<OfBallot>()("votes.stopped")
export const roundPrepared = event<OfBallot & { followsId: string; round: number }>()("votes.roundPrepared")
export const ballotExtended = event<OfBallot>()("votes.extended")
export const tieDecided = event<OfBallot & { chair: "for" | "against" }>()("votes.tieDecided")
export const ballotCancelled = event<OfBallot>()("votes.cancelled")
/** What it decided stands in the register. */
export const ballotDecided = event<OfBallot & { decisionId: string }>()("votes.decided")
/** How many were elected, and to how many of them and of the others a letter left. */
export const ballotProclaimed = event<
  OfBallot & { bodyId: string; decisionId: string; elected: number; told: number; toldOthers: number }
>()("votes.proclaimed")
export const ballotContested = event<OfBallot & { contestId: string }>()("votes.contested")
export const contestSettled = event<OfBallot & { contestId: string }>()("votes.contestSettled")

type OfOperation = { operationId: string }

export const operationPrepared = event<OfOperation & { bodyId: string }>()("votes.operationPrepared")
export const operationChanged = event<OfOperation>()("votes.operationChanged")
export const tellersNamed = event<OfOperation & { count: number }>()("votes.tellersNamed")
export const tellerKeyGiven = event<OfOperation>()("votes.tellerKeyGiven")
export const voteProxyGiven = event<OfOperation & { giverId: string; holderId: string }>()("votes.proxyGiven")
export const voteProxyWithdrawn = event<OfOperation & { giverId: string }>()("votes.proxyWithdrawn")
export const voteProxiesTakenOver = event<OfOperation & { taken: number }>()("votes.proxiesTakenOver")
export const urnLaid = event<OfBallot>()("votes.urnLaid")
export const paperSigned = event<OfBallot & { personId: string }>()("votes.paperSigned")
export const openingBegun = event<OfOperation>()("votes.openingBegun")
export const sharesPassed = event<OfOperation>()("votes.sharesPassed")
export const rehearsalBegun = event<OfOperation>()("votes.rehearsalBegun")
export const trialSharesPassed = event<OfOperation>()("votes.trialSharesPassed")
export const openingRehearsed = event<OfOperation & { found: boolean }>()("votes.openingRehearsed")
export const urnOpened = event<OfBallot>()("votes.urnOpened")
export const urnDestroyed = event<OfBallot & { sealed: number }>()("votes.urnDestroyed")

/** That a code was made to vote without an account, for whom and by which way it went; never the code. */
export const linksIssued = event<
  OfOperation & { how: "email" | "post"; count: number; personIds: string[]; batchId: string | null }
>()("votes.linksIssued")
export const linkWithdrawn = event<OfOperation & { personId: string }>()("votes.linkWithdrawn")
