import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { ids } from "../../kernel/input.ts"
import { anyOf } from "../../kernel/rule.ts"
import { holds } from "../mandates/contract.ts"
import { taskReopened } from "./events.ts"
import { asEvents } from "./finish.ts"
import { forEach, gaveIt, isCharged } from "./permissions.ts"
import { findTasksToChange, type TaskSubject } from "./store.ts"
import { noLongerOpen } from "./task.ts"

export const reopenTasks = command({
  name: "tasks.reopen",
  input: z.object({ taskIds: ids(200).pipe(z.array(z.string()).min(1)) }),
  find: ({ taskIds }, given) => findTasksToChange(taskIds, given),
  allow: forEach(anyOf<TaskSubject>(holds("tasks.manage"), isCharged, gaveIt)),
  async run({ subject: tasks, db }) {
    for (const task of tasks) {
      noLongerOpen(task)
      await db
        .updateTable("tasks")
        .set({ state: "open", done_at: null, done_by: null })
        .where("id", "=", task.id)
        .execute()
    }
    return asEvents(tasks, ({ id }) => taskReopened({ taskId: id }))
  },
})
