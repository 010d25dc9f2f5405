import { module } from "../../kernel/module.ts"
import { meetingPrepared } from "./events.ts"
import { prepareMeeting } from "./prepare.ts"
import { listMeetings } from "./reads.ts"

export const meetings = module({
  name: "meetings",
  layer: "work",
  at: import.meta.url,
  commands: [prepareMeeting],
  reads: [listMeetings],
  events: [meetingPrepared],
})
