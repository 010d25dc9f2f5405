import type { Circumstances } from "../../kernel/rule.ts"
import { taskFinished } from "./events.ts"
import { close } from "./finish.ts"
import { findTasksToChange } from "./store.ts"

/** A task that is done because what it asked for is there, as long as it is open; the event when it was. */
export const finishOpenTask = async (taskId: string, given: Circumstances) => {
  const [task] = (await findTasksToChange([taskId], given)) ?? []
  if (!task || task.state !== "open") return null
  await close(task, "done", null, given)
  return taskFinished({ taskId, decisionId: task.decision_id })
}
