import type { Selectable } from "kysely"
import { refuse } from "../../kernel/refusal.ts"
import type { TaskRow } from "./tables.ts"

export type Task = Selectable<TaskRow>

/** A task that still waits for somebody. Refuses one that is done or dropped. */
export const stillOpen = <T extends Pick<Task, "state">>(task: T): T => {
  if (task.state !== "open") refuse(`tasks.already_${task.state}`)
  return task
}

/** A task that can be taken up again. */
export const noLongerOpen = <T extends Pick<Task, "state">>(task: T): T => {
  if (task.state === "open") refuse("tasks.still_open")
  return task
}

/** A task not done by the end of its day is late the day after. */
export const isLate = ({ state, due }: Pick<Task, "state" | "due">, today: Temporal.PlainDate): boolean =>
  state === "open" && due !== null && Temporal.PlainDate.compare(due, today) < 0
