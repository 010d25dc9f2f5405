import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { text } from "../../kernel/input.ts"
import { anyOf } from "../../kernel/rule.ts"
import { holds } from "../mandates/contract.ts"
import { taskNoted } from "./events.ts"
import { gaveIt, isCharged } from "./permissions.ts"
import { addNote, findTaskToChange, type TaskSubject } from "./store.ts"

/** Where it stands, for those who wait for it. Also on a task that is done. */
export const noteTask = command({
  name: "tasks.note",
  input: z.object({ taskId: z.uuid(), text: text(2000).pipe(z.string().min(1)) }),
  find: ({ taskId }, given) => findTaskToChange(taskId, given),
  allow: anyOf<TaskSubject>(holds("tasks.manage"), isCharged, gaveIt),
  async run({ input, subject: task, ...given }) {
    return taskNoted({ taskId: task.id, noteId: await addNote(task, input.text, given) })
  },
})
