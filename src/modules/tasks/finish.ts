import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { ids, text } from "../../kernel/input.ts"
import { anyOf, type Circumstances } from "../../kernel/rule.ts"
import { holds } from "../mandates/contract.ts"
import { taskFinished } from "./events.ts"
import { forEach, isCharged } from "./permissions.ts"
import { addNote, findTasksToChange, type TaskSubject } from "./store.ts"
import { stillOpen } from "./task.ts"

/** One task or several at once. A word left with it becomes a note of each. */
export const finishTasks = command({
  name: "tasks.finish",
  input: z.object({ taskIds: ids(200).pipe(z.array(z.string()).min(1)), word: text(2000).nullish() }),
  find: ({ taskIds }, given) => findTasksToChange(taskIds, given),
  allow: forEach(anyOf<TaskSubject>(holds("tasks.manage"), isCharged)),
  async run({ input: { word }, subject: tasks, ...given }) {
    for (const task of tasks) {
      stillOpen(task)
      await close(task, "done", word, given)
    }
    return asEvents(tasks, ({ id, decision_id }) => taskFinished({ taskId: id, decisionId: decision_id }))
  },
})

/** Done or dropped, and who said so. */
export const close = async (
  task: TaskSubject,
  state: "done" | "dropped",
  word: string | null | undefined,
  given: Circumstances,
) => {
  await given.db
    .updateTable("tasks")
    .set({ state, done_at: given.now, done_by: given.actor.personId })
    .where("id", "=", task.id)
    .execute()
  if (word) await addNote(task, word, given)
}

export const asEvents = <S, E>(subjects: readonly S[], made: (subject: S) => E): [E, ...E[]] =>
  subjects.map(made) as [E, ...E[]]
