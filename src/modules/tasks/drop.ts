import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { ids, text } from "../../kernel/input.ts"
import { anyOf } from "../../kernel/rule.ts"
import { holds } from "../mandates/contract.ts"
import { taskDropped } from "./events.ts"
import { asEvents, close } from "./finish.ts"
import { forEach, gaveIt } from "./permissions.ts"
import { findTasksToChange, type TaskSubject } from "./store.ts"
import { stillOpen } from "./task.ts"

/** Nobody will do it, and that is said rather than left late for ever. */
export const dropTasks = command({
  name: "tasks.drop",
  input: z.object({ taskIds: ids(200).pipe(z.array(z.string()).min(1)), word: text(2000).nullish() }),
  find: ({ taskIds }, given) => findTasksToChange(taskIds, given),
  allow: forEach(anyOf<TaskSubject>(holds("tasks.manage"), gaveIt)),
  async run({ input: { word }, subject: tasks, ...given }) {
    for (const task of tasks) {
      stillOpen(task)
      await close(task, "dropped", word, given)
    }
    return asEvents(tasks, ({ id, decision_id }) => taskDropped({ taskId: id, decisionId: decision_id }))
  },
})
