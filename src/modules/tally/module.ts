import { module } from "../../kernel/module.ts"
import { listTallyLines } from "./list-lines.ts"
import { tallyRoutes } from "./paper.ts"
import { readTally } from "./read-tally.ts"

/** Tally: what a body did in its mandate, counted out of what sittings and texts hold; it keeps nothing of its own. */
export const tally = module({
  name: "tally",
  layer: "reader",
  at: import.meta.url,
  reads: [readTally, listTallyLines],
  routes: tallyRoutes,
})
