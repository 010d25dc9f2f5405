import { module } from "../../kernel/module.ts"
import { beginMembership } from "./memberships/begin.ts"
import { changeMembership } from "./memberships/change.ts"
import { endMembership } from "./memberships/end.ts"
import { membershipBegun, membershipChanged, membershipEnded } from "./memberships/events.ts"

export const mandates = module({
  name: "mandates",
  layer: "foundation",
  at: import.meta.url,
  commands: [beginMembership, changeMembership, endMembership],
  events: [membershipBegun, membershipChanged, membershipEnded],
})
