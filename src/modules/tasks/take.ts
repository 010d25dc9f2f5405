import { z } from "zod"
import { command } from "../../kernel/command.ts"
import { refuse } from "../../kernel/refusal.ts"
import { isOfBody } from "../mandates/contract.ts"
import { taskHandedOver } from "./events.ts"
import { findTaskToChange, setHelpers } from "./store.ts"
import { stillOpen } from "./task.ts"

/** A task that nobody has yet becomes the actor's: anyone of its body may, and two who reach for it do not both have it. */
export const takeTask = command({
  name: "tasks.take",
  input: z.object({ taskId: z.uuid() }),
  find: ({ taskId }, given) => findTaskToChange(taskId, given),
  allow: isOfBody,
  async run({ subject: task, actor, db }) {
    stillOpen(task)
    if (task.owner_id) refuse("tasks.already_taken")
    await db.updateTable("tasks").set({ owner_id: actor.personId }).where("id", "=", task.id).execute()
    await setHelpers(task.id, { helperIds: task.helpers, ownerId: actor.personId }, actor.organisation, db)
    return taskHandedOver({ taskId: task.id, from: null, to: actor.personId })
  },
})
