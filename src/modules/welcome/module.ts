import { module } from "../../kernel/module.ts"
import { composes } from "../post/contract.ts"
import * as events from "./events.ts"
import { held } from "./held.ts"
import { memberAccepted } from "./journey/accepted.ts"
import { applyForNewcomer } from "./journey/apply.ts"
import { readBoard } from "./journey/board.ts"
import { correctNewcomer } from "./journey/correct.ts"
import { finishStep } from "./journey/finish.ts"
import { forgetNewcomer } from "./journey/forget.ts"
import { giveStep } from "./journey/give-step.ts"
import { giveNewcomer } from "./journey/give.ts"
import { identifyNewcomer } from "./journey/identify.ts"
import { listNewcomers } from "./journey/list.ts"
import { pauseNewcomer, resumeNewcomer } from "./journey/pause.ts"
import { planStep } from "./journey/plan.ts"
import { readArrivals } from "./journey/of-person.ts"
import { readNewcomer } from "./journey/read.ts"
import { recordNewcomer } from "./journey/record.ts"
import { revokeNewcomerLink } from "./journey/revoke.ts"
import { showDetails } from "./journey/show-details.ts"
import { stopNewcomer } from "./journey/stop.ts"
import { confirmLetter } from "./letters/confirm.ts"
import { givenLetter, introductionLetter } from "./letters/given.ts"
import { receivedLetter } from "./letters/received.ts"
import { stepLetter } from "./letters/step.ts"
import { stoppedLetter } from "./letters/stopped.ts"
import { askToBeWelcomed } from "./page/ask.ts"
import { confirmNewcomer } from "./page/confirm.ts"
import { eraseUnconfirmed } from "./page/nightly.ts"
import { publicRoutes } from "./page/public-page.ts"
import { readPage } from "./page/read.ts"
import { setPage } from "./page/set.ts"
import { standingRoutes } from "./page/standing-page.ts"
import { printRoutes } from "./print/routes.ts"
import { readWelcomeStatistics } from "./statistics/read.ts"
import { setSteps } from "./steps/set.ts"
import { waiting } from "./waiting.ts"

composes("welcome-confirm", confirmLetter)
composes("welcome-received", receivedLetter)
composes("welcome-introduction", introductionLetter)
composes("welcome-given", givenLetter)
composes("welcome-step", stepLetter)
composes("welcome-stopped", stoppedLetter)

export const welcome = module({
  name: "welcome",
  layer: "work",
  at: import.meta.url,
  held,
  commands: [
    setPage,
    setSteps,
    showDetails,
    askToBeWelcomed,
    confirmNewcomer,
    recordNewcomer,
    identifyNewcomer,
    correctNewcomer,
    giveNewcomer,
    finishStep,
    giveStep,
    planStep,
    pauseNewcomer,
    resumeNewcomer,
    applyForNewcomer,
    stopNewcomer,
    revokeNewcomerLink,
    forgetNewcomer,
  ],
  reads: [readBoard, listNewcomers, readNewcomer, readArrivals, readPage, readWelcomeStatistics],
  events: Object.values(events),
  reactions: [memberAccepted],
  schedules: [eraseUnconfirmed],
  routes: [...publicRoutes, ...standingRoutes, ...printRoutes],
  waiting,
})
