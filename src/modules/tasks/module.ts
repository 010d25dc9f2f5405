import { sql } from "kysely"
import { itsBody, named } from "../../kernel/held.ts"
import { module } from "../../kernel/module.ts"
import { noteTask } from "./add-note.ts"
import { changeTask } from "./change.ts"
import { dropTasks } from "./drop.ts"
import * as events from "./events.ts"
import { finishTasks } from "./finish.ts"
import { giveNextStep } from "./from-exchange.ts"
import { giveTask } from "./give.ts"
import { doneRoutes } from "./mail/done-page.ts"
import "./mail/letter.ts"
import { remindEachMorning } from "./mail/remind.ts"
import "./mail/reply.ts"
import { listTasks } from "./list.ts"
import { readTask } from "./read-task.ts"
import { refuseWhileOpen } from "./refuse-while-open.ts"
import { reopenTasks } from "./reopen.ts"
import { writeWhenGiven, writeWhenHandedOver } from "./mail/given.ts"
import { takeTask } from "./take.ts"
import { waiting } from "./waiting.ts"
import { onMatter } from "./on-matter.ts"

export const tasks = module({
  name: "tasks",
  layer: "work",
  at: import.meta.url,
  onMatter,
  held: [
    {
      table: "tasks",
      person: "owner_id",
      says: { what: sql`t.what`, where: itsBody, kind: ["tasks.state.", sql`t.state`], on: sql`t.created_at` },
    },
    ...named("tasks", "created_by", "done_by"),
    {
      table: "task_helpers",
      person: "person_id",
      once: ["task_id"],
      says: { what: sql`(select what from tasks k where (k.organisation_id, k.id) = (t.organisation_id, t.task_id))` },
      erased: "deleted",
    },
    { table: "task_notes", person: "person_id", says: { note: sql`t.text`, on: sql`t.at` } },
  ],
  confided: [
    { table: "tasks", key: "id", columns: { note: "text" }, isConfidential: sql<boolean>`t.confidential` },
    {
      table: "task_notes",
      key: "id",
      columns: { text: "text" },
      isConfidential: sql<boolean>`exists (select from tasks k
        where (k.organisation_id, k.id) = (t.organisation_id, t.task_id) and k.confidential)`,
    },
  ],
  commands: [giveTask, takeTask, changeTask, noteTask, finishTasks, reopenTasks, dropTasks],
  reads: [listTasks, readTask],
  events: Object.values(events),
  reactions: [refuseWhileOpen, giveNextStep, writeWhenGiven, writeWhenHandedOver],
  routes: doneRoutes,
  schedules: [remindEachMorning],
  waiting,
})
