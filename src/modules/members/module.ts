import { module } from "../../kernel/module.ts"
import { composes } from "../post/contract.ts"
import { acceptApplication } from "./applications/accept.ts"
import { declineApplication, objectToApplication, withdrawApplication } from "./applications/decline.ts"
import { acceptBySilence, forgetApplications } from "./applications/nightly.ts"
import { listApplications, readApplication } from "./applications/reads.ts"
import { completeApplication, recordApplication } from "./applications/record.ts"
import { forgetBirthDays } from "./birth/adult.ts"
import { noteBirth } from "./birth/note.ts"
import { readBirth } from "./birth/read.ts"
import { setDuesAccount } from "./dues/account.ts"
import { assignDues } from "./dues/assign.ts"
import { callDues } from "./dues/call.ts"
import { cancelPayment } from "./dues/cancel.ts"
import { foreseeCall } from "./dues/foresee-call.ts"
import { listDues } from "./dues/list.ts"
import { payDues } from "./dues/pay.ts"
import { listPayments } from "./dues/payments.ts"
import { readMemberDues } from "./dues/read-member.ts"
import { readDuesYear } from "./dues/read-year.ts"
import { setDuesRings } from "./dues/rings.ts"
import { addDuesAmount, copyDuesScale, endDuesAmount } from "./dues/scale.ts"
import * as events from "./events.ts"
import { held } from "./held.ts"
import { applicationLetter } from "./letters/application-letter.ts"
import { duesLetter } from "./letters/due-letter.ts"
import { postMemberLetters } from "./letters/post.ts"
import { receiptLetter, sendDuesReceipt } from "./letters/receipt.ts"
import { cardLetter, sendCards } from "./print/card.ts"
import { printRoutes } from "./print/routes.ts"
import { freezeRoll } from "./roll/freeze.ts"
import { foreseeRoll, listRolls, readRoll } from "./roll/reads.ts"
import { readStatistics } from "./statistics/read.ts"
import { waiting } from "./waiting.ts"

composes("dues-call", duesLetter)
composes("dues-reminder", duesLetter)
composes("dues-receipt", receiptLetter)
composes("member-card", cardLetter)
composes("application-accepted", applicationLetter)
composes("application-declined", applicationLetter)

export const members = module({
  name: "members",
  layer: "work",
  at: import.meta.url,
  held,
  commands: [
    recordApplication,
    completeApplication,
    acceptApplication,
    declineApplication,
    withdrawApplication,
    objectToApplication,
    setDuesAccount,
    setDuesRings,
    addDuesAmount,
    endDuesAmount,
    copyDuesScale,
    assignDues,
    payDues,
    cancelPayment,
    sendDuesReceipt,
    callDues,
    postMemberLetters,
    sendCards,
    freezeRoll,
    noteBirth,
  ],
  reads: [
    listApplications,
    readApplication,
    readDuesYear,
    listDues,
    listPayments,
    readMemberDues,
    foreseeCall,
    listRolls,
    foreseeRoll,
    readRoll,
    readStatistics,
    readBirth,
  ],
  events: Object.values(events),
  schedules: [acceptBySilence, forgetBirthDays, forgetApplications],
  routes: printRoutes,
  waiting,
})
