import { sql } from "kysely"
import { z } from "zod"
import { confide, keepConfided } from "../../kernel/confide.ts"
import { command } from "../../kernel/command.ts"
import type { Event } from "../../kernel/event.ts"
import { day, ids, line, text } from "../../kernel/input.ts"
import { anyOf } from "../../kernel/rule.ts"
import { holds, mustSee } from "../mandates/contract.ts"
import { mustSeeMatter, noteAttached } from "../matters/contract.ts"
import { taskChanged, taskHandedOver, taskPostponed } from "./events.ts"
import { gaveIt, isCharged } from "./permissions.ts"
import { findTaskToChange, setHelpers, type TaskSubject } from "./store.ts"
import { stillOpen } from "./task.ts"

/** What is left out stays; null takes out. */
export const changeTask = command({
  name: "tasks.change",
  input: z.object({
    taskId: z.uuid(),
    what: line().optional(),
    ownerId: z.uuid().nullish(),
    helperIds: ids(50).optional(),
    due: day().nullish(),
    note: text(5000).nullish(),
    /** What hangs on a confidential matter becomes confidential, and stays so. */
    matterId: z.uuid().nullish(),
  }),
  find: ({ taskId }, given) => findTaskToChange(taskId, given),
  allow: anyOf<TaskSubject>(holds("tasks.manage"), isCharged, gaveIt),
  async run({ input, subject: task, ...given }) {
    const { actor, db } = given
    stillOpen(task)
    const known = [task.owner_id, ...task.helpers]
    await mustSee([input.ownerId, ...(input.helperIds ?? [])], given, { known })
    const isMoved = Boolean(input.matterId) && input.matterId !== task.matter_id
    const confidential =
      task.confidential || (isMoved && (await mustSeeMatter(input.matterId!, task.body_id, given)).confidential)
    await db
      .updateTable("tasks")
      .set({
        id: task.id,
        what: input.what,
        owner_id: input.ownerId,
        due: input.due,
        note: input.note === null ? "" : confide(given, confidential).text(input.note),
        matter_id: input.matterId,
        confidential,
      })
      .where("id", "=", task.id)
      .execute()
    await noteAttached(task, input.matterId, given)
    if (confidential !== task.confidential) {
      await keepConfided("tasks", given, sql<boolean>`t.id = ${task.id}`)
      await keepConfided("task_notes", given, sql<boolean>`t.task_id = ${task.id}`)
    }
    const ownerId = input.ownerId === undefined ? task.owner_id : input.ownerId
    if (input.helperIds || ownerId !== task.owner_id)
      await setHelpers(task.id, { helperIds: input.helperIds ?? task.helpers, ownerId }, actor.organisation, db)
    const due = input.due === undefined ? task.due : input.due
    const others: Event[] = [
      ...(ownerId === task.owner_id ? [] : [taskHandedOver({ taskId: task.id, from: task.owner_id, to: ownerId })]),
      ...(String(due) === String(task.due)
        ? []
        : [taskPostponed({ taskId: task.id, from: task.due?.toString() ?? null, to: due?.toString() ?? null })]),
    ]
    return [taskChanged({ taskId: task.id }), ...others]
  },
})
