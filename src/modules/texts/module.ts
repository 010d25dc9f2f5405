import "./cosign/letter.ts"
import { sql } from "kysely"
import { module } from "../../kernel/module.ts"
import { beginText } from "./begin.ts"
import { changeText } from "./change.ts"
import { compareTexts } from "./compare.ts"
import { cosignRoutes } from "./cosign/answer-page.ts"
import { answerCosignature } from "./cosign/answer.ts"
import { askCosignatures } from "./cosign/ask.ts"
import * as ofCosigners from "./cosign/events.ts"
import { listCosignatures } from "./cosign/list.ts"
import { cosignEachMorning, remindCosigners } from "./cosign/remind.ts"
import { withdrawCosignature } from "./cosign/withdraw.ts"
import { dropText } from "./drop.ts"
import * as events from "./events.ts"
import { textFileDoor } from "./file-door.ts"
import { giveText } from "./give.ts"
import { held } from "./held.ts"
import { keepTextVersion } from "./keep-version.ts"
import { listTextKinds } from "./list-kinds.ts"
import { listTexts } from "./list.ts"
import { lodgeText } from "./lodge.ts"
import { addTextModel } from "./models/add.ts"
import { endTextModel } from "./models/end.ts"
import * as ofModels from "./models/events.ts"
import { listTextModels, readTextModel } from "./models/list.ts"
import { writeTextModel } from "./models/write.ts"
import { markTextRead } from "./mark-read.ts"
import { noteTextOutcome } from "./note-outcome.ts"
import { textsOfSitting } from "./of-sitting.ts"
import { onMatter } from "./on-matter.ts"
import { onSittingItem } from "./on-sitting-item.ts"
import { textRoutes } from "./papers/route.ts"
import { pickSittingItem } from "./pick-item.ts"
import { readText } from "./read-text.ts"
import * as ofRemarks from "./remarks/events.ts"
import { remarkOnText } from "./remarks/remark.ts"
import { settleRemark } from "./remarks/settle.ts"
import { takeSuggestion } from "./remarks/take.ts"
import { refuseWhileOpen } from "./refuse-while-open.ts"
import { reopenText } from "./reopen.ts"
import { restoreTextVersion } from "./restore-version.ts"
import { saveText } from "./save.ts"
import { signText } from "./sign.ts"
import { addTextSource } from "./sheets/add-source.ts"
import { citationsOfItem, citationsOfText } from "./sheets/citations.ts"
import { citeSheet, citeSheetForItem } from "./sheets/cite.ts"
import * as ofSheets from "./sheets/events.ts"
import { pickSheet } from "./sheets/pick-sheet.ts"
import { readSheet } from "./sheets/read-sheet.ts"
import { refreshCitation } from "./sheets/refresh-citation.ts"
import { removeTextSource } from "./sheets/remove-source.ts"
import { renewText } from "./sheets/renew.ts"
import { unciteSheet } from "./sheets/uncite.ts"
import * as ofSpeech from "./speech/events.ts"
import { promptText } from "./speech/prompt.ts"
import { timeText } from "./speech/time.ts"
import { validateText } from "./validate.ts"
import { waiting } from "./waiting.ts"
import { readWriting } from "./writing.ts"

const isOfConfidential = sql<boolean>`exists (select from texts w
  where (w.organisation_id, w.id) = (t.organisation_id, t.text_id) and w.confidential)`

/** Texts: what a body writes to be read, lodged, said or sent. A kind says the form and the path of each. */
export const texts = module({
  name: "texts",
  layer: "work",
  at: import.meta.url,
  onMatter,
  onSittingItem,
  held,
  waiting,
  confided: [
    { table: "texts", key: "id", columns: { doc: "doc", fields: "doc" }, isConfidential: sql<boolean>`t.confidential` },
    { table: "text_versions", key: "id", columns: { doc: "doc", name: "text" }, isConfidential: isOfConfidential },
    {
      table: "text_remarks",
      key: "id",
      columns: { passage: "text", said: "text", proposed: "text", answer: "text" },
      isConfidential: isOfConfidential,
    },
    {
      table: "text_sources",
      key: "id",
      columns: { label: "text", url: "text" },
      isConfidential: isOfConfidential,
    },
    { table: "text_cosignatures", key: "id", columns: { said: "text" }, isConfidential: isOfConfidential },
    { table: "text_steps", key: "id", columns: { note: "text" }, isConfidential: isOfConfidential },
    // Read from the proof of a lodging, for search.
    {
      table: "files",
      key: "id",
      columns: { text: "text" },
      isConfidential: sql<boolean>`(t.confidential or exists (select from texts w
        where w.organisation_id = t.organisation_id and t.id in (w.proof_id, w.answer_file_id) and w.confidential))`,
    },
  ],
  commands: [
    beginText,
    saveText,
    changeText,
    keepTextVersion,
    restoreTextVersion,
    giveText,
    markTextRead,
    validateText,
    signText,
    lodgeText,
    noteTextOutcome,
    reopenText,
    dropText,
    remarkOnText,
    takeSuggestion,
    settleRemark,
    timeText,
    askCosignatures,
    answerCosignature,
    remindCosigners,
    withdrawCosignature,
    addTextSource,
    removeTextSource,
    renewText,
    citeSheet,
    citeSheetForItem,
    refreshCitation,
    unciteSheet,
    addTextModel,
    writeTextModel,
    endTextModel,
  ],
  doors: [textFileDoor],
  schedules: [cosignEachMorning],
  routes: [...textRoutes, ...cosignRoutes],
  reads: [
    listTexts,
    readText,
    textsOfSitting,
    readWriting,
    compareTexts,
    listTextKinds,
    pickSittingItem,
    listTextModels,
    readTextModel,
    promptText,
    readSheet,
    pickSheet,
    citationsOfText,
    citationsOfItem,
    listCosignatures,
  ],
  events: [
    ...Object.values(events),
    ...Object.values(ofRemarks),
    ...Object.values(ofModels),
    ...Object.values(ofSpeech),
    ...Object.values(ofCosigners),
    ...Object.values(ofSheets),
  ],
  reactions: [refuseWhileOpen],
})
