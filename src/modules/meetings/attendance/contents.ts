import * as minutesEvents from "../minutes/events.ts"
import { acts } from "./acts.ts"
import * as attendanceEvents from "./events.ts"
import { readHold } from "./read-hold.ts"

/** What holding a meeting and writing its minutes add to the module. */
export const heldCommands = acts
export const heldReads = [readHold] as const
export const heldEvents = [...Object.values(attendanceEvents), ...Object.values(minutesEvents)]
