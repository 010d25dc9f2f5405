import { module } from "../../kernel/module.ts"
import { after, within } from "../../kernel/reaction.ts"
import { fileRead } from "../documents/contract.ts"
import { makeBook } from "./book/ask.ts"
import { forgetBooksNightly } from "./book/nightly.ts"
import * as bookEvents from "./book/events.ts"
import { make } from "./book/make.ts"
import { readBooks } from "./book/read-books.ts"
import { bookDoor } from "./book/seen.ts"
import { takeAlongRoutes } from "./book/take-along.ts"
import { updateBook } from "./book/update.ts"
import { answerAssemblyRules } from "./assemblies/answer-rules.ts"
import { changeAssembly } from "./assemblies/change.ts"
import { followAssembly } from "./assemblies/follow.ts"
import { listAssemblies } from "./assemblies/list.ts"
import { completeRulesNightly } from "./assemblies/rules-nightly.ts"
import { addGroup } from "./assemblies/groups/add.ts"
import { changeGroup } from "./assemblies/groups/change.ts"
import { endGroup } from "./assemblies/groups/end.ts"
import { addAssemblyMember } from "./assemblies/members/add.ts"
import { changeAssemblyMember } from "./assemblies/members/change.ts"
import { foreseeAssemblyMembers, importAssemblyMembers } from "./assemblies/members/import.ts"
import { readAssembly } from "./assemblies/read-assembly.ts"
import * as events from "./events.ts"
import { held } from "./held.ts"
import { addSittingItem } from "./items/add.ts"
import { assignItem } from "./items/assign.ts"
import { restoreItem } from "./items/restore.ts"
import { attachItem } from "./items/attach.ts"
import { noteOutcome } from "./items/note-outcome.ts"
import { readSittingItem } from "./items/read-item.ts"
import { takePosition } from "./items/take-position.ts"
import { listSittings } from "./list.ts"
import { readSitting } from "./read-sitting.ts"
import { foreseeAgenda, takeAgenda } from "./receive/agenda/take.ts"
import { readShare } from "./share/read-share.ts"
import { sayWishes } from "./share/say-wishes.ts"
import { shareOut } from "./share/share-out.ts"
import { writeSheet } from "./items/write-sheet.ts"
import { decisionCorrected, decisionTaken } from "../decisions/contract.ts"
import { bringToMeeting } from "./prepare/bring-to-meeting.ts"
import { comeBack, comeBackCorrected } from "./prepare/decided.ts"
import { callItem, endDebate } from "./live/call-item.ts"
import { closeSitting, reopenSitting } from "./live/close.ts"
import * as liveEvents from "./live/events.ts"
import { noteGroupVote } from "./live/note-group-vote.ts"
import { noteVotes } from "./live/note-votes.ts"
import { sayAtOnce, seeNotice } from "./live/notices.ts"
import { readLive } from "./live/read-live.ts"
import { startSpeech, stopSpeech } from "./live/speak.ts"
import { noteAttendance } from "./prepare/note-attendance.ts"
import { noteLine } from "./prepare/note-line.ts"
import { shareSpeech } from "./prepare/share-speech.ts"
import { setSpeakingTime } from "./prepare/speaking-time.ts"
import { compareVersions } from "./versions/compare.ts"
import { sittingPaperDoor } from "./receive/door.ts"
import { readPaper } from "./receive/read-paper.ts"
import { receivePapers } from "./receive/receive.ts"
import { unpack } from "./receive/unpack.ts"
import { refuseWhileOpen } from "./refuse-while-open.ts"
import { recordSitting } from "./record.ts"
import { changeSitting } from "./change.ts"
import { explainApart } from "./follow/explain-apart.ts"
import { noteOutcomes } from "./follow/note-outcomes.ts"
import { notePromise } from "./follow/note-promise.ts"
import { readFollow } from "./follow/read-follow.ts"
import { approveMinutes } from "./walloon/approve-minutes.ts"
import { compareMinutes } from "./walloon/compare-minutes.ts"
import { minutesDoor } from "./walloon/door.ts"
import { raiseAddedItem } from "./walloon/raise-item.ts"
import { readChain } from "./walloon/read-chain.ts"
import { readTheirMinutes } from "./walloon/read-minutes.ts"
import { settleStep } from "./walloon/settle-step.ts"
import { onMatter } from "./items/on-matter.ts"
import { waiting } from "./waiting.ts"

/** Sittings (séances): somebody else's assembly, in which somebody of ours sits. They convene it; we prepare it. */
export const sittings = module({
  name: "sittings",
  layer: "work",
  at: import.meta.url,
  onMatter,
  held,
  waiting,
  commands: [
    followAssembly,
    changeAssembly,
    answerAssemblyRules,
    addGroup,
    changeGroup,
    endGroup,
    addAssemblyMember,
    changeAssemblyMember,
    importAssemblyMembers,
    recordSitting,
    receivePapers,
    takeAgenda,
    addSittingItem,
    restoreItem,
    sayWishes,
    shareOut,
    assignItem,
    writeSheet,
    takePosition,
    bringToMeeting,
    noteLine,
    shareSpeech,
    setSpeakingTime,
    noteAttendance,
    attachItem,
    noteOutcome,
    makeBook,
    updateBook,
    callItem,
    endDebate,
    startSpeech,
    stopSpeech,
    noteGroupVote,
    noteVotes,
    seeNotice,
    closeSitting,
    reopenSitting,
    changeSitting,
    noteOutcomes,
    explainApart,
    notePromise,
    settleStep,
    compareMinutes,
    approveMinutes,
  ],
  reads: [
    listAssemblies,
    readAssembly,
    foreseeAssemblyMembers,
    listSittings,
    readSitting,
    foreseeAgenda,
    readShare,
    compareVersions,
    readSittingItem,
    readBooks,
    readLive,
    readFollow,
    readChain,
    readTheirMinutes,
  ],
  events: [...Object.values(events), ...Object.values(bookEvents), ...Object.values(liveEvents)],
  reactions: [
    refuseWhileOpen,
    within(events.sittingRecorded, "ask for the item to add to a council", raiseAddedItem),
    within(events.sittingChanged, "ask for the item to add, or move its day", raiseAddedItem),
    after(decisionTaken, "say of the position where it was decided", comeBack),
    after(decisionCorrected, "have the position follow what was put right", comeBackCorrected),
    after(events.papersReceived, "open what was received, and give each file its item", unpack),
    after(events.papersUnpacked, "open the rest of what was received", unpack),
    within(events.stanceTaken, "say it at once while the assembly sits", sayAtOnce),
    after(bookEvents.bookAsked, "make the sitting book", ({ bookId }, given) => make(bookId, given)),
    after(bookEvents.bookUpdateAsked, "make the pages that changed", ({ bookId }, given) => make(bookId, given)),
    after(fileRead, "say what the report says of itself", ({ fileId }, given) => readPaper(fileId, given)),
  ],
  schedules: [forgetBooksNightly, completeRulesNightly],
  routes: takeAlongRoutes,
  doors: [sittingPaperDoor, bookDoor, minutesDoor],
})
