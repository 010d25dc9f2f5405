import { event } from "../../../kernel/event.ts"

type Sitting = { sittingId: string; bodyId: string }
type Item = Sitting & { itemId: string }
export const itemCalled = event<Item>()("sittings.itemCalled")
export const debateEnded = event<Sitting>()("sittings.debateEnded")
export const speechStarted = event<Item & { personId: string | null; groupId: string | null }>()(
  "sittings.speechStarted",
)
export const speechStopped = event<Sitting>()("sittings.speechStopped")
export const groupVoteNoted = event<Item & { groupId: string }>()("sittings.groupVoteNoted")
/** How many of ours, and how many of them otherwise than the group had decided. */
export const votesNoted = event<Item & { votes: number; apart: number }>()("sittings.votesNoted")
export const noticeSeen = event<Sitting & { noticeId: string; personId: string }>()("sittings.noticeSeen")
export const sittingClosed = event<Sitting>()("sittings.closed")
export const sittingReopened = event<Sitting>()("sittings.reopened")
