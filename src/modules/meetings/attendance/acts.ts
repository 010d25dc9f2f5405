import { arrive } from "./arrive.ts"
import { changeStay, removeStay } from "./change-stay.ts"
import { charge } from "./charge.ts"
import { closeMeeting, reopenMeeting } from "./close.ts"
import { finishItem, startItem } from "./hold-item.ts"
import { leave } from "./leave.ts"
import { noteItem } from "./note-item.ts"
import { nameFirst, openMeeting, waiveQuorum } from "./open.ts"
import { handProxy, takeBackProxy } from "./proxies.ts"
import { correctTaken, takeDecision } from "./take-decision.ts"

/** What one may do while a meeting is held. Each rule reads the meeting: its body, its chair, its scribe. */
export const acts = [
  openMeeting,
  closeMeeting,
  reopenMeeting,
  waiveQuorum,
  nameFirst,
  arrive,
  leave,
  changeStay,
  removeStay,
  handProxy,
  takeBackProxy,
  startItem,
  finishItem,
  noteItem,
  takeDecision,
  correctTaken,
  charge,
] as const
