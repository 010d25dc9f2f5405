import { sql } from "kysely"
import { named } from "../../kernel/held.ts"
import { module } from "../../kernel/module.ts"
import * as events from "./events.ts"
import { correctExchange, removeExchange } from "./exchanges/correct.ts"
import { listExchanges } from "./exchanges/list.ts"
import { logExchange } from "./exchanges/log.ts"
import { readExchange } from "./exchanges/read-exchange.ts"
import { answerRequest, giveUpRequest, remindRequest, reopenRequest } from "./exchanges/request.ts"
import { addCounterpart } from "./file/add.ts"
import { changeCounterpart } from "./file/change.ts"
import { copyCounterpart } from "./file/copy.ts"
import { eraseCounterpart } from "./file/erase.ts"
import { knowCounterpart, unknowCounterpart } from "./file/know.ts"
import { listCounterparts, pickCounterparts, readCounterpartFilters } from "./file/list.ts"
import { readPress, takeAddresses } from "./file/press.ts"
import { readCounterpart } from "./file/read-counterpart.ts"
import { beginRole, changeRole } from "./file/roles.ts"
import { checkCounterparts, endCounterparts, tagCounterparts, takeBackCounterparts } from "./file/several.ts"
import "./mail/copied.ts"
import { dismissMail, listMails, settleMail } from "./mail/settle.ts"
import { waiting } from "./waiting.ts"

export const counterparts = module({
  name: "counterparts",
  layer: "foundation",
  at: import.meta.url,
  held: [
    { table: "acquaintances", person: "person_id", once: ["counterpart_id"] },
    ...named("exchanges", "logged_by"),
    ...named("exchange_mails", "person_id"),
    { table: "exchange_ours", person: "person_id", once: ["exchange_id"] },
  ],
  confided: [
    {
      table: "exchanges",
      key: "id",
      columns: { said: "text", next_step: "text", answer: "text" },
      isConfidential: sql<boolean>`t.confidential`,
    },
  ],
  commands: [
    addCounterpart,
    changeCounterpart,
    checkCounterparts,
    tagCounterparts,
    endCounterparts,
    takeBackCounterparts,
    eraseCounterpart,
    copyCounterpart,
    beginRole,
    changeRole,
    knowCounterpart,
    unknowCounterpart,
    takeAddresses,
    logExchange,
    correctExchange,
    removeExchange,
    answerRequest,
    giveUpRequest,
    reopenRequest,
    remindRequest,
    settleMail,
    dismissMail,
  ],
  reads: [
    listCounterparts,
    readCounterpartFilters,
    pickCounterparts,
    readCounterpart,
    readPress,
    listExchanges,
    readExchange,
    listMails,
  ],
  events: Object.values(events),
  waiting,
})
