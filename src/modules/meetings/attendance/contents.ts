import { acts } from "./acts.ts"
import * as events from "./events.ts"
import { readHold } from "./read-hold.ts"

/** What holding a meeting adds to the module. */
export const heldCommands = acts
export const heldReads = [readHold] as const
export const heldEvents = Object.values(events)
