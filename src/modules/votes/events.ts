import { event } from "../../kernel/event.ts"

type OfBallot = { ballotId: string }

export const ballotPrepared = event<OfBallot & { bodyId: string }>()("votes.prepared")
export const ballotChanged = event<OfBallot & { revision: number }>()("votes.changed")
export const lotDrawn = event<OfBallot>()("votes.lotDrawn")
export const ballotOpened = event<OfBallot & { bodyId: string; rollId: string; entitled: number }>()("votes.opened")
/** That somebody voted, never what. */
export const voteCast = event<OfBallot & { again: boolean }>()("votes.cast")
export const figuresTyped = event<OfBallot>()("votes.figuresTyped")
export const ballotClosed = event<OfBallot & { bodyId: string; voters: number }>()("votes.closed")
export const ballotCancelled = event<OfBallot>()("votes.cancelled")
