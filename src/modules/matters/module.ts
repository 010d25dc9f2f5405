import { sql } from "kysely"
import { itsBody } from "../../kernel/held.ts"
import { module } from "../../kernel/module.ts"
import { changeMatter } from "./change.ts"
import { closeMatter, reopenMatter } from "./close.ts"
import * as events from "./events.ts"
import { openMatter } from "./open.ts"
import { refuseWhileOpen } from "./refuse-while-open.ts"
import { listMatters, readMatter } from "./reads.ts"

export const matters = module({
  name: "matters",
  layer: "foundation",
  at: import.meta.url,
  held: [
    {
      table: "matters",
      person: "lead_id",
      says: { what: sql`t.title`, where: itsBody, since: sql`t.opened_on`, until: sql`t.closed_on` },
    },
  ],
  confided: [
    { table: "matters", key: "id", columns: { standing: "text" }, isConfidential: sql<boolean>`t.confidential` },
  ],
  commands: [openMatter, changeMatter, closeMatter, reopenMatter],
  reads: [listMatters, readMatter],
  reactions: [refuseWhileOpen],
  events: Object.values(events),
})
