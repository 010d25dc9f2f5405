import { type RawBuilder, sql } from "kysely"
import { itsBody, named } from "../../kernel/held.ts"
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
import { keepCounterpart } from "./file/keep.ts"
import { knowCounterpart, unknowCounterpart } from "./file/know.ts"
import { listCounterparts, pickCounterparts, readCounterpartFilters } from "./file/list.ts"
import { endRolesNightly, forgetNightly } from "./file/nightly.ts"
import { readPress, takeAddresses } from "./file/press.ts"
import { readCounterpart } from "./file/read-counterpart.ts"
import { beginRole, changeRole } from "./file/roles.ts"
import { checkCounterparts, endCounterparts, tagCounterparts, takeBackCounterparts } from "./file/several.ts"
import "./mail/copied.ts"
import { dismissMail, listMails, settleMail } from "./mail/settle.ts"
import { waiting } from "./waiting.ts"
import { onMatter } from "./exchanges/on-matter.ts"

/** SQL on `t`, which names an exchange: something of it, `k`. */
const ofExchange = <T>(of: RawBuilder<T>) =>
  sql<T>`(select ${of} from exchanges k where (k.organisation_id, k.id) = (t.organisation_id, t.exchange_id))`

export const counterparts = module({
  name: "counterparts",
  layer: "foundation",
  at: import.meta.url,
  onMatter,
  held: [
    {
      table: "acquaintances",
      person: "person_id",
      once: ["counterpart_id"],
      says: {
        what: sql`(select concat_ws(' ', k.given_name, k.name) from counterparts k
          where (k.organisation_id, k.id) = (t.organisation_id, t.counterpart_id))`,
        note: sql`t.how`,
        on: sql`t.since`,
      },
      erased: "deleted",
    },
    {
      table: "exchanges",
      person: "logged_by",
      says: { what: sql`t.about`, kind: ["exchanges.kind.", sql`t.kind`], where: itsBody, on: sql`t.logged_at` },
    },
    // That they took part, and when: what was said is read by those who read the file.
    {
      table: "exchange_ours",
      person: "person_id",
      once: ["exchange_id"],
      says: {
        kind: ["exchanges.kind.", ofExchange(sql`k.kind`)],
        where: ofExchange(
          sql`(select name from bodies b where (b.organisation_id, b.id) = (k.organisation_id, k.body_id))`,
        ),
        since: ofExchange(sql`k.on_day`),
        until: ofExchange(sql`k.on_day`),
      },
    },
    {
      table: "exchange_mails",
      person: "person_id",
      says: { what: sql`t.subject`, where: itsBody, on: sql`t.received_at` },
      erased: "deleted",
    },
    ...named("counterparts", "kept_by"),
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
    keepCounterpart,
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
  schedules: [forgetNightly, endRolesNightly],
  waiting,
})
