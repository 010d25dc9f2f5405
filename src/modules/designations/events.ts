import { event } from "../../kernel/event.ts"

type Of = { designationId: string; bodyId: string }

export const designationPrepared = event<Of>()("designations.prepared")
export const designationChanged = event<Of>()("designations.changed")
/** `of`: between the groups there, or between our components. `method` null: the key was taken away, or seats were told instead. */
export const keySet = event<Of & { of: string; method: string | null }>()("designations.keySet")
export const tieSettled = event<Of & { of: string; how: string }>()("designations.tieSettled")
export const peopleListed = event<Of & { people: number }>()("designations.listed")
export const designationDecided = event<Of & { how: string; ballotId: string | null; decisionId: string | null }>()(
  "designations.decided",
)
/** `checks`: what was known to be against it; it was done with a reason. */
export const designated = event<Of & { people: number; checks: string[]; told: number }>()("designations.designated")
export const seatFollowed = event<Of & { personId: string; leaverId: string }>()("designations.followed")
export const designationAbandoned = event<Of>()("designations.abandoned")
