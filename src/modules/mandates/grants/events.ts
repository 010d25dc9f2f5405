import { event } from "../../../kernel/event.ts"

type Facts = { grantId: string; personId: string; bodyId: string; capability: string }

export const grantGiven = event<Facts & { until: string }>()("grants.given")
export const grantRevoked = event<Facts>()("grants.revoked")
