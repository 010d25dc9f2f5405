import "./tables.ts"
import { module } from "../../kernel/module.ts"
import { cancelBallot } from "./cancel.ts"
import { castVote } from "./cast.ts"
import { changeBallot } from "./change.ts"
import { closeBallot } from "./close.ts"
import { drawLot } from "./draw-lot.ts"
import * as events from "./events.ts"
import { held } from "./held.ts"
import { listBallots } from "./list.ts"
import { openBallot } from "./open.ts"
import { prepareBallot } from "./prepare.ts"
import { readBallot } from "./read-ballot.ts"
import { readChoices } from "./read-choices.ts"
import { takeBallotBack } from "./take-back.ts"
import { typeFigures } from "./type-figures.ts"
import { urnRoutes } from "./urn.ts"
import { waiting } from "./waiting.ts"

/** Votes by name and by hand, from the question to the count that says why. The counting itself is kernel/counting. */
export const votes = module({
  name: "votes",
  layer: "work",
  at: import.meta.url,
  held,
  commands: [
    prepareBallot,
    changeBallot,
    drawLot,
    openBallot,
    takeBallotBack,
    castVote,
    typeFigures,
    closeBallot,
    cancelBallot,
  ],
  reads: [listBallots, readBallot, readChoices],
  events: Object.values(events),
  routes: urnRoutes,
  waiting,
})
