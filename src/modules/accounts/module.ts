import type { Route } from "../../kernel/http/route.ts"
import { module } from "../../kernel/module.ts"
import { giveAccessTo } from "./access.ts"
import { askLink } from "./ask-link.ts"
import { checkClaim, claim, organisationFounded } from "./claim.ts"
import { forgetOld } from "./forget-old.ts"
import { invitePerson, personInvited, readAccess } from "./invite.ts"
import { keyMade, keyRevoked, makeOwnKey, revokeOwnKey } from "./keys.ts"
import { listLimits } from "./list-limits.ts"
import { lookLink, openLink } from "./open-link.ts"
import { changePlace, chooseLanguage, endOtherSessions, endSession, readAccount } from "./own-sessions.ts"
import { addPasskey, askPasskey, openPasskey, proposePasskey, removePasskey, renamePasskey } from "./passkeys.ts"
import { readSession } from "./read-session.ts"
import {
  confirmFactor,
  factorRemoved,
  factorSet,
  giveFactor,
  proposeFactor,
  removeFactor,
  renewRecovery,
} from "./second-factor.ts"
import { writeInvitation } from "./send-invitation.ts"
import { signOut } from "./sign-out.ts"
import { takeExample } from "./take-example.ts"
import { readWelcome } from "./welcome.ts"

const get = (name: string, handle: Route["handle"], limit = 120): Route => ({
  method: "GET",
  path: `/api/${name}`,
  limit,
  standsFor: "session",
  handle,
})
const post = (name: string, handle: Route["handle"], limit = 60): Route => ({
  ...get(name, handle, limit),
  method: "POST",
})

export const accounts = module({
  name: "accounts",
  layer: "foundation",
  at: import.meta.url,
  // Two accounts of one person: the account of the record that stays is theirs.
  held: [{ table: "accesses", person: "person_id", once: [], byDoor: true, merge: giveAccessTo }],
  commands: [invitePerson],
  reads: [readAccess, listLimits],
  events: [organisationFounded, personInvited, keyMade, keyRevoked, factorSet, factorRemoved],
  reactions: [writeInvitation],
  schedules: [forgetOld],
  // Before an organisation is chosen, or about the account itself: neither commands nor reads.
  routes: [
    // The first request of every page: a whole hall makes it at once, and it answers nothing that could be guessed.
    { ...get("session.read", readSession, 600), counts: "browser" },
    get("accounts.welcome", readWelcome),
    post("accounts.checkClaim", checkClaim, 20),
    post("accounts.claim", claim, 10),
    post("accounts.takeExample", takeExample, 120),
    post("accounts.askLink", askLink, 30),
    post("accounts.lookLink", lookLink),
    post("accounts.openLink", openLink, 30),
    post("accounts.askPasskey", askPasskey),
    post("accounts.openPasskey", openPasskey, 30),
    post("accounts.signOut", signOut),
    get("accounts.read", readAccount),
    post("accounts.endSession", endSession),
    post("accounts.endOtherSessions", endOtherSessions),
    post("accounts.chooseLanguage", chooseLanguage),
    post("accounts.changePlace", changePlace),
    post("accounts.proposeFactor", proposeFactor),
    post("accounts.confirmFactor", confirmFactor, 20),
    post("accounts.giveFactor", giveFactor, 20),
    post("accounts.removeFactor", removeFactor),
    post("accounts.renewRecovery", renewRecovery),
    post("accounts.proposePasskey", proposePasskey),
    post("accounts.addPasskey", addPasskey),
    post("accounts.renamePasskey", renamePasskey),
    post("accounts.removePasskey", removePasskey),
    post("accounts.makeKey", makeOwnKey, 20),
    post("accounts.revokeKey", revokeOwnKey),
  ],
})
