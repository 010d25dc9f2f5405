import { event } from "../../../kernel/event.ts"

export const membershipBegun = event<{ membershipId: string; personId: string; bodyId: string }>()("memberships.begun")
export const membershipChanged = event<{ membershipId: string; personId: string; bodyId: string }>()(
  "memberships.changed",
)
export const membershipEnded = event<{ membershipId: string; personId: string; bodyId: string; until: string }>()(
  "memberships.ended",
)
