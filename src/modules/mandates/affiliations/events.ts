import { event } from "../../../kernel/event.ts"

type Facts = { affiliationId: string; bodyId: string }
export const affiliationAdded = event<Facts>()("affiliations.added")
export const affiliationChanged = event<Facts>()("affiliations.changed")
/** `left`: how many were of it that day. */
export const affiliationEnded = event<Facts & { left: number }>()("affiliations.ended")
type Place = Facts & { affiliateId: string; personId: string }
export const affiliationJoined = event<Place & { since: string; until: string | null }>()("affiliations.joined")
export const affiliationLeft = event<Place & { until: string }>()("affiliations.left")
