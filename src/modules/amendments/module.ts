import { module } from "../../kernel/module.ts"
import { after, within } from "../../kernel/reaction.ts"
import { textChanged, textLodged, textOutcomeNoted, textSaved, textValidated } from "../texts/contract.ts"
import { adoptBase } from "./bases/adopt.ts"
import { bringBase } from "./bases/bring.ts"
import { bringVersion } from "./bases/bring-version.ts"
import { baseDoor } from "./bases/door.ts"
import { listBases } from "./bases/list.ts"
import { mendBase } from "./bases/mend.ts"
import { readBase } from "./bases/read-base.ts"
import { readSource } from "./bases/read-source.ts"
import { beginAmendment } from "./begin.ts"
import { sayNumberInSubs } from "./carry-subs.ts"
import { confided, keepAmendmentConfided } from "./confided.ts"
import * as events from "./events.ts"
import { fallWithText } from "./fall.ts"
import { held } from "./held.ts"
import { mustBeComplete, wordsFollow } from "./must-be-complete.ts"
import { noteOther } from "./note-other.ts"
import { noteOtherOutcome } from "./note-outcome.ts"
import { takeOthers } from "./others/take.ts"
import { paperRoutes } from "./papers/routes.ts"
import { readOfText } from "./of-text.ts"
import { readAmendment } from "./read-amendment.ts"
import { readConsolidated } from "./read-consolidated.ts"
import { readTable } from "./read-table.ts"
import { waiting } from "./waiting.ts"
import { writeAmendment } from "./write.ts"

/** Amendments: what we and others ask of a text of the assembly, paragraph by paragraph. */
export const amendments = module({
  name: "amendments",
  layer: "work",
  at: import.meta.url,
  held,
  confided,
  commands: [
    bringBase,
    bringVersion,
    mendBase,
    adoptBase,
    beginAmendment,
    writeAmendment,
    noteOther,
    noteOtherOutcome,
    takeOthers,
  ],
  reads: [listBases, readBase, readTable, readAmendment, readOfText, readConsolidated],
  events: Object.values(events),
  reactions: [
    after(events.baseBrought, "read the base in paragraphs", readSource),
    after(events.baseVersionBrought, "read the new version of the base in paragraphs", readSource),
    within(textValidated, "refuse an amendment that is not complete", mustBeComplete),
    within(textSaved, "refuse words that do not come from what the amendment does", wordsFollow),
    within(textOutcomeNoted, "let sub-amendments fall with their amendment", fallWithText),
    within(textLodged, "name an amendment by its number in its sub-amendments", sayNumberInSubs),
    within(textChanged, "keep what an amendment does as its text is kept", keepAmendmentConfided),
  ],
  waiting,
  doors: [baseDoor],
  routes: paperRoutes,
})
