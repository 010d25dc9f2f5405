import { composes, onCalendarReply, onReply } from "../../post/contract.ts"
import { answerInvitation } from "./answer.ts"
import { answerRoutes } from "./answer-page.ts"
import { conveneMeeting } from "./convene.ts"
import { giveProxy } from "./give-proxy.ts"
import { heardByMail, heardFromCalendar } from "./hear.ts"
import { inviteGuest } from "./invite-guest.ts"
import { letter } from "./letters.ts"
import { kinds } from "./orders.ts"
import { previewRoutes } from "./preview.ts"
import { readConvocation } from "./read-convocation.ts"
import { remindSilent, reminders } from "./remind.ts"
import { sendChanges } from "./send-changes.ts"
import { attributeStray, setStrayAside } from "./stray-answers.ts"
import { withdrawGuest } from "./withdraw-guest.ts"
import { withdrawProxy } from "./withdraw-proxy.ts"

/** The convocation's part of the table of contents of `module.ts`. */
export const convocationCommands = [
  conveneMeeting,
  sendChanges,
  remindSilent,
  inviteGuest,
  withdrawGuest,
  answerInvitation,
  giveProxy,
  withdrawProxy,
  attributeStray,
  setStrayAside,
] as const
export const convocationReads = [readConvocation] as const
export { convocationReactions } from "./reactions.ts"
export const convocationSchedules = [reminders]
export const convocationRoutes = [...answerRoutes, ...previewRoutes]

for (const kind of kinds) {
  composes(kind, letter(kind))
  onReply(kind, heardByMail)
}
onCalendarReply(heardFromCalendar)
