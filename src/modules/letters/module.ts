import { sql } from "kysely"
import { module } from "../../kernel/module.ts"
import { addressLetter } from "./address.ts"
import { beginLetter } from "./begin.ts"
import * as events from "./events.ts"
import { dropTitle, keepTitle, listTitles } from "./formulas/keep-title.ts"
import { held } from "./held.ts"
import { readLetterhead, setLetterhead } from "./letterhead/set.ts"
import { changeIncoming, reopenIncoming, settleIncoming } from "./incoming/change.ts"
import { incomingPaperDoor } from "./incoming/papers.ts"
import { readIncoming } from "./incoming/read-incoming.ts"
import { registerIncoming } from "./incoming/register.ts"
import { advanceMailing } from "./mailing/advance.ts"
import { chooseMany } from "./mailing/choose.ts"
import { readMailing } from "./mailing/read-mailing.ts"
import { postMailing, retryMailing, startMailing } from "./mailing/start.ts"
import { onMatter } from "./on-matter.ts"
import { letterRoutes } from "./paper/route.ts"
import { letterPaperDoor } from "./papers/door.ts"
import { reactions } from "./reactions.ts"
import { readLetter } from "./read-letter.ts"
import { proposeLetter } from "./recipient/propose.ts"
import { listRegister } from "./register/list.ts"
import { mailLetter } from "./sending/mail.ts"
import { postPrinted } from "./sending/post.ts"
import { printLetter, unprintLetter } from "./sending/print.ts"
import { listToPrint } from "./sending/print-queue.ts"
import { forgetSignature, keepSignature, readSignature } from "./signature/keep.ts"
import { waiting } from "./waiting.ts"

/** Letters: whom a text is for, how they are addressed, how it leaves, and what comes in. */
export const letters = module({
  name: "letters",
  layer: "work",
  at: import.meta.url,
  held,
  onMatter,
  waiting,
  doors: [letterPaperDoor, incomingPaperDoor],
  confided: [
    {
      table: "letters",
      key: "text_id",
      columns: { said: "doc" },
      isConfidential: sql<boolean>`exists (select from texts w where (w.organisation_id, w.id) = (t.organisation_id, t.text_id) and w.confidential)`,
    },
    { table: "incoming_letters", key: "id", columns: { note: "text" }, isConfidential: sql<boolean>`t.confidential` },
    {
      table: "mailing_lines",
      key: "id",
      columns: { said: "doc" },
      isConfidential: sql<boolean>`exists (select from texts w where (w.organisation_id, w.id) = (t.organisation_id, t.text_id) and w.confidential)`,
    },
    { table: "letters", key: "text_id", columns: { signature: "text" }, isConfidential: sql<boolean>`true` },
    { table: "signatures", key: "person_id", columns: { picture: "text" }, isConfidential: sql<boolean>`true` },
    {
      table: "files",
      key: "id",
      columns: { text: "text" },
      isConfidential: sql<boolean>`(t.confidential or exists (select from letter_papers k
        join texts w on (w.organisation_id, w.id) = (k.organisation_id, k.text_id)
        where (k.organisation_id, k.file_id) = (t.organisation_id, t.id) and w.confidential)
        or exists (select from incoming_papers k
        join incoming_letters n on (n.organisation_id, n.id) = (k.organisation_id, k.incoming_id)
        where (k.organisation_id, k.file_id) = (t.organisation_id, t.id) and n.confidential))`,
    },
  ],
  commands: [
    beginLetter,
    addressLetter,
    mailLetter,
    printLetter,
    unprintLetter,
    postPrinted,
    chooseMany,
    startMailing,
    retryMailing,
    postMailing,
    setLetterhead,
    keepTitle,
    dropTitle,
    registerIncoming,
    changeIncoming,
    settleIncoming,
    reopenIncoming,
    keepSignature,
    forgetSignature,
  ],
  reads: [
    readLetter,
    readMailing,
    listRegister,
    readIncoming,
    proposeLetter,
    listToPrint,
    readLetterhead,
    readSignature,
    listTitles,
  ],
  routes: letterRoutes,
  reactions: [...reactions, advanceMailing],
  events: Object.values(events),
})
