import { sql } from "kysely"
import { itsBody } from "../../kernel/held.ts"
import { module } from "../../kernel/module.ts"
import { changeMatter } from "./change.ts"
import { closeMatter, reopenMatter } from "./close.ts"
import * as events from "./events.ts"
import { listMatters } from "./list.ts"
import { openMatter } from "./open.ts"
import { readMatter } from "./read-matter.ts"
import { refuseWhileOpen } from "./refuse-while-open.ts"
import { suggestMatters } from "./suggest.ts"
import { readTimeline } from "./timeline.ts"
import { addTheme } from "./themes/add.ts"
import { beginThemes } from "./themes/begin.ts"
import { endTheme, reopenTheme } from "./themes/end.ts"
import * as ofThemes from "./themes/events.ts"
import { listThemes } from "./themes/list.ts"
import { moveTheme } from "./themes/move.ts"
import { renameTheme } from "./themes/rename.ts"
import { waiting } from "./waiting.ts"

const says = { what: sql<string>`t.title`, where: itsBody, since: sql`t.opened_on`, until: sql`t.closed_on` }

export const matters = module({
  name: "matters",
  layer: "foundation",
  at: import.meta.url,
  held: [
    { table: "matters", person: "lead_id", says },
    { table: "matters", person: "staff_id", says },
  ],
  confided: [
    {
      table: "matters",
      key: "id",
      columns: { standing: "text", next_step: "text" },
      isConfidential: sql<boolean>`t.confidential`,
    },
  ],
  commands: [
    openMatter,
    changeMatter,
    closeMatter,
    reopenMatter,
    beginThemes,
    addTheme,
    renameTheme,
    moveTheme,
    endTheme,
    reopenTheme,
  ],
  reads: [listMatters, readMatter, readTimeline, suggestMatters, listThemes],
  reactions: [refuseWhileOpen],
  waiting,
  events: [...Object.values(events), ...Object.values(ofThemes)],
})
