import { module } from "../../kernel/module.ts"
import * as affiliationEvents from "./affiliations/events.ts"
import { joinAffiliation, leaveAffiliation } from "./affiliations/join.ts"
import { listAffiliations } from "./affiliations/list.ts"
import { addAffiliation, changeAffiliation, endAffiliation } from "./affiliations/name.ts"
import { changeMandate } from "./change.ts"
import { endMandate } from "./end.ts"
import { mandateChanged, mandateEnded, mandateRecorded } from "./events.ts"
import { explainRight } from "./explain.ts"
import { foreseeMandate } from "./foresee.ts"
import { grantGiven, grantRevoked } from "./grants/events.ts"
import { held } from "./held.ts"
import { giveGrant } from "./grants/give.ts"
import { grantsOfThing } from "./grants/of-thing.ts"
import { revokeGrant } from "./grants/revoke.ts"
import { beginMembership } from "./memberships/begin.ts"
import { changeMembership } from "./memberships/change.ts"
import { endMembership } from "./memberships/end.ts"
import { membershipBegun, membershipChanged, membershipEnded } from "./memberships/events.ts"
import { readRights } from "./read-rights.ts"
import { recordMandate } from "./record.ts"
import { printRights } from "./rights-pdf.ts"
import { waiting } from "./waiting.ts"

export const mandates = module({
  name: "mandates",
  layer: "foundation",
  at: import.meta.url,
  held,
  commands: [
    beginMembership,
    changeMembership,
    endMembership,
    recordMandate,
    changeMandate,
    endMandate,
    giveGrant,
    revokeGrant,
    addAffiliation,
    changeAffiliation,
    endAffiliation,
    joinAffiliation,
    leaveAffiliation,
  ],
  reads: [grantsOfThing, listAffiliations, explainRight, foreseeMandate, readRights],
  events: [
    membershipBegun,
    membershipChanged,
    membershipEnded,
    mandateRecorded,
    mandateChanged,
    mandateEnded,
    grantGiven,
    grantRevoked,
    ...Object.values(affiliationEvents),
  ],
  routes: [{ method: "GET", path: "/api/mandates.rights.pdf", limit: 60, standsFor: readRights, handle: printRights }],
  waiting,
})
