import { composes } from "../../post/contract.ts"
import { circulateMinutes } from "./circulate.ts"
import { answerCorrection, askCorrection } from "./corrections.ts"
import * as events from "./events.ts"
import { minutesRoutes } from "./files.ts"
import { minutesLetter } from "./letters.ts"
import { minutesReactions } from "./reactions.ts"
import { readMinutes } from "./read.ts"
import { approveMinutes } from "./record-approval.ts"
import { writeMinutes } from "./write.ts"

/** What writing and approving minutes add to the module. */
export const writtenCommands = [
  writeMinutes,
  circulateMinutes,
  askCorrection,
  answerCorrection,
  approveMinutes,
] as const
export const writtenReads = [readMinutes] as const
export const writtenEvents = Object.values(events)
export const writtenReactions = minutesReactions
export const writtenRoutes = minutesRoutes

composes("minutes", minutesLetter)
