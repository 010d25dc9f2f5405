import { module } from "../../kernel/module.ts"
import { sheetRoutes } from "./asking/answer-page.ts"
import { askSheets } from "./asking/ask.ts"
import { forgetThoseWhoLeft } from "./asking/forget.ts"
import { askHelp } from "./asking/help.ts"
import "./asking/letter.ts"
import { paperRoutes } from "./asking/paper.ts"
import { readAsking } from "./asking/read-asking.ts"
import * as events from "./events.ts"
import { readGaps } from "./grid/gaps.ts"
import { readGrid } from "./grid/grid.ts"
import { whoToAsk } from "./grid/who.ts"
import { held } from "./held.ts"
import { addSkill } from "./list/add.ts"
import { beginSkills } from "./list/begin.ts"
import { changeSkill } from "./list/change.ts"
import { endSkill, reopenSkill } from "./list/end.ts"
import { listSkills } from "./list/list.ts"
import { declineYearly } from "./sheet/decline.ts"
import { readOfPerson, readSheet } from "./sheet/read.ts"
import { saySheet } from "./sheet/say.ts"
import { emptyWhenWithdrawn, withdrawSheet } from "./sheet/withdraw.ts"
import { addTheme } from "./themes/add.ts"
import { endTheme, reopenTheme } from "./themes/end.ts"
import { orderThemes } from "./themes/order.ts"
import { renameTheme } from "./themes/rename.ts"
import { waiting } from "./waiting.ts"

export const skills = module({
  name: "skills",
  layer: "work",
  at: import.meta.url,
  held,
  commands: [
    beginSkills,
    addSkill,
    changeSkill,
    endSkill,
    reopenSkill,
    addTheme,
    renameTheme,
    orderThemes,
    endTheme,
    reopenTheme,
    askSheets,
    saySheet,
    withdrawSheet,
    declineYearly,
    askHelp,
  ],
  reads: [listSkills, readGrid, readGaps, whoToAsk, readSheet, readOfPerson, readAsking],
  events: Object.values(events),
  reactions: [emptyWhenWithdrawn],
  routes: [...sheetRoutes, ...paperRoutes],
  schedules: [forgetThoseWhoLeft],
  waiting,
})
