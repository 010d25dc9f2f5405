import { module } from "../../kernel/module.ts"
import { acts } from "./acts.ts"
import { paperDoor } from "./agenda/paper-door.ts"
import { changeItem } from "./agenda/change.ts"
import { convocationCommands, convocationReads, convocationRoutes } from "./convocation/contents.ts"
import * as convocationEvents from "./convocation/events.ts"
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
  commands: [...acts, changeItem, withdrawItem, ...convocationCommands],
  reads: [listMeetings, readMeeting, readHistory, listTypes, ...convocationReads],
  events: [...Object.values(events), ...Object.values(convocationEvents)],
  reactions,
  doors: [paperDoor],
  routes: convocationRoutes,
})
