import { module } from "../../kernel/module.ts"
import { acts } from "./acts.ts"
import { paperDoor } from "./agenda/paper-door.ts"
import { changeItem } from "./agenda/change.ts"
import { withdrawItem } from "./agenda/withdraw.ts"
import * as events from "./events.ts"
import { reactions } from "./reactions.ts"
import { readHistory } from "./read-history.ts"
import { readMeeting } from "./read-meeting.ts"
import { listTypes } from "./read-types.ts"
import { listMeetings } from "./reads.ts"

export const meetings = module({
  name: "meetings",
  layer: "work",
  at: import.meta.url,
  commands: [...acts, changeItem, withdrawItem],
  reads: [listMeetings, readMeeting, readHistory, listTypes],
  events: Object.values(events),
  reactions,
  doors: [paperDoor],
})
