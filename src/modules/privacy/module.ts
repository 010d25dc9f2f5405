import { module } from "../../kernel/module.ts"
import { giveConsent } from "./consents/give.ts"
import { listConsents } from "./consents/list.ts"
import { withdrawConsent } from "./consents/withdraw.ts"
import { erasePerson } from "./erasure/erase.ts"
import { foreseeErasure } from "./erasure/foresee.ts"
import * as events from "./events.ts"
import { held } from "./held.ts"
import { giveHeld, printHeld } from "./print-held.ts"
import { readHeld } from "./read-held.ts"
import { chooseBasis } from "./register/choose.ts"
import { printRegister } from "./register/print.ts"
import { readRegister } from "./register/read.ts"
import { closeRequest, extendRequest } from "./requests/close.ts"
import { listRequests } from "./requests/list.ts"
import { receiveRequest } from "./requests/receive.ts"
import { keepPerson } from "./retention/keep.ts"
import { listErasures } from "./retention/list.ts"
import { keepNoLonger } from "./retention/nightly.ts"
import { sendHeld } from "./send-held.ts"
import { waiting } from "./waiting.ts"

export const privacy = module({
  name: "privacy",
  layer: "foundation",
  at: import.meta.url,
  held,
  commands: [
    giveConsent,
    withdrawConsent,
    receiveRequest,
    extendRequest,
    closeRequest,
    sendHeld,
    erasePerson,
    keepPerson,
    chooseBasis,
  ],
  reads: [readHeld, listConsents, listRequests, foreseeErasure, listErasures, readRegister],
  events: Object.values(events),
  schedules: [keepNoLonger],
  routes: [
    { method: "GET", path: "/api/privacy.held.pdf", limit: 30, standsFor: readHeld, handle: printHeld },
    { method: "GET", path: "/api/privacy.held.json", limit: 30, standsFor: readHeld, handle: giveHeld },
    { method: "GET", path: "/api/privacy.register.pdf", limit: 30, standsFor: readRegister, handle: printRegister },
  ],
  waiting,
})
