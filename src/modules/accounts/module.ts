import { module } from "../../kernel/module.ts"
import { checkClaim, claim, organisationFounded } from "./claim.ts"
import { askLink } from "./ask-link.ts"
import { invitePerson, personInvited, readAccess } from "./invite.ts"
import { keyMade, keyRevoked, makeOwnKey, revokeOwnKey } from "./keys.ts"
import { lookLink, openLink } from "./open-link.ts"
import { readSession } from "./read-session.ts"
import { writeInvitation } from "./send-invitation.ts"
import { signOut } from "./sign-out.ts"
import { readWelcome } from "./welcome.ts"

export const accounts = module({
  name: "accounts",
  layer: "foundation",
  at: import.meta.url,
  commands: [invitePerson],
  reads: [readAccess],
  events: [organisationFounded, personInvited, keyMade, keyRevoked],
  reactions: [writeInvitation],
  routes: [
    { method: "GET", path: "/api/session.read", limit: 600, handle: readSession },
    { method: "GET", path: "/api/accounts.welcome", handle: readWelcome },
    { method: "POST", path: "/api/accounts.checkClaim", limit: 20, handle: checkClaim },
    { method: "POST", path: "/api/accounts.claim", limit: 10, handle: claim },
    { method: "POST", path: "/api/accounts.askLink", limit: 30, handle: askLink },
    { method: "POST", path: "/api/accounts.lookLink", handle: lookLink },
    { method: "POST", path: "/api/accounts.openLink", limit: 30, handle: openLink },
    { method: "POST", path: "/api/accounts.makeKey", limit: 20, handle: makeOwnKey },
    { method: "POST", path: "/api/accounts.revokeKey", handle: revokeOwnKey },
    { method: "POST", path: "/api/accounts.signOut", handle: signOut },
  ],
})
