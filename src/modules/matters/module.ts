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
import { addProgramme } from "./programme/add.ts"
import { changeProgramme } from "./programme/change.ts"
import { endProgramme } from "./programme/end.ts"
import * as ofProgramme from "./programme/events.ts"
import { listProgramme } from "./programme/list.ts"
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
import { tellWatchers } from "./watch/digest.ts"
import { readWatchers } from "./watch/read-watchers.ts"
import { watchMatter } from "./watch/watch.ts"

const says = { what: sql<string>`t.title`, where: itsBody, since: sql`t.opened_on`, until: sql`t.closed_on` }

export const matters = module({
  name: "matters",
  layer: "foundation",
  at: import.meta.url,
  held: [
    { table: "matters", person: "lead_id", says },
    { table: "matters", person: "staff_id", says },
    {
      table: "matter_watchers",
      person: "person_id",
      once: ["matter_id"],
      says: {
        what: sql`(select x.title from matters x where (x.organisation_id, x.id) = (t.organisation_id, t.matter_id))`,
        kind: ["matters.watch.", sql`coalesce(t.pace, 'week')`],
      },
      erased: "deleted",
    },
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
    watchMatter,
    beginThemes,
    addTheme,
    renameTheme,
    moveTheme,
    endTheme,
    reopenTheme,
    addProgramme,
    changeProgramme,
    endProgramme,
  ],
  reads: [listMatters, readMatter, readTimeline, readWatchers, suggestMatters, listThemes, listProgramme],
  reactions: [refuseWhileOpen],
  schedules: [tellWatchers],
  waiting,
  events: [...Object.values(events), ...Object.values(ofThemes), ...Object.values(ofProgramme)],
})
