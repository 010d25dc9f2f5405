import type { Circumstances } from "../../kernel/rule.ts"
import { foreseeRuleOfMeetings } from "./foresee-rule.ts"
import { module } from "../../kernel/module.ts"
import { acts } from "./acts.ts"
import { paperDoor } from "./agenda/paper-door.ts"
import { confided, sealPapers } from "./confided.ts"
import { held } from "./held.ts"
import { changeItem } from "./agenda/change.ts"
import {
  convocationCommands,
  convocationReactions,
  convocationReads,
  convocationRoutes,
  convocationSchedules,
} from "./convocation/contents.ts"
import * as convocationEvents from "./convocation/events.ts"
import { withdrawItem } from "./agenda/withdraw.ts"
import { heldCommands, heldEvents, heldReads } from "./attendance/contents.ts"
import * as events from "./events.ts"
import { writtenCommands, writtenEvents, writtenReactions, writtenReads, writtenRoutes } from "./minutes/contents.ts"
import { reactions } from "./reactions.ts"
import { readHistory } from "./read-history.ts"
import { readMeeting } from "./read-meeting.ts"
import { listTypes } from "./read-types.ts"
import { pollCommands, pollReactions, pollReads, pollRoutes } from "./polls/contents.ts"
import { pollsWaiting } from "./polls/waiting.ts"
import { addType, changeType, endType } from "./types/change.ts"
import * as typeEvents from "./types/events.ts"
import * as yearEvents from "./year/events.ts"
import { readYear, yearWaiting } from "./year/reads.ts"
import { dismissOccasion, recallOccasion } from "./year/dismiss.ts"
import { takeOccasion } from "./year/take.ts"
import * as pollEvents from "./polls/events.ts"
import { listMeetings } from "./reads.ts"
import { beginSeries } from "./series/begin.ts"
import { changeSeries, endSeries, skipOccurrence } from "./series/change.ts"
import * as seriesEvents from "./series/events.ts"
import { makeSeriesNightly } from "./series/nightly.ts"
import { listSeries, readSeries } from "./series/reads.ts"
import { waiting } from "./waiting.ts"
import { onMatter } from "./agenda/on-matter.ts"

const seriesCommands = [beginSeries, changeSeries, endSeries, skipOccurrence] as const

export const meetings = module({
  name: "meetings",
  layer: "work",
  at: import.meta.url,
  onMatter,
  commands: [
    ...acts,
    changeItem,
    withdrawItem,
    ...seriesCommands,
    ...pollCommands,
    takeOccasion,
    dismissOccasion,
    recallOccasion,
    addType,
    changeType,
    endType,
    ...convocationCommands,
    ...heldCommands,
    ...writtenCommands,
  ],
  reads: [
    listMeetings,
    readMeeting,
    readHistory,
    listTypes,
    listSeries,
    readSeries,
    ...pollReads,
    readYear,
    foreseeRuleOfMeetings,
    ...convocationReads,
    ...heldReads,
    ...writtenReads,
  ],
  events: [
    ...Object.values(events),
    ...Object.values(seriesEvents),
    ...Object.values(pollEvents),
    ...Object.values(yearEvents),
    ...Object.values(typeEvents),
    ...Object.values(convocationEvents),
    ...heldEvents,
    ...writtenEvents,
  ],
  schedules: [makeSeriesNightly, ...convocationSchedules],
  reactions: [...reactions, sealPapers, ...pollReactions, ...convocationReactions, ...writtenReactions],
  confided,
  held,
  doors: [paperDoor],
  routes: [...convocationRoutes, ...pollRoutes, ...writtenRoutes],
  waiting: async (given: Circumstances) => [
    ...(await waiting(given)),
    ...(await pollsWaiting(given)),
    ...(await yearWaiting(given)),
  ],
})
