export { finishOpenTask } from "./finish-open.ts"
export { finishTasks } from "./finish.ts"
export { findTasks, type TaskFilters, taskFilters, type TaskLine } from "./list.ts"
export { giveTask, type NewTask, recordTask } from "./give.ts"
export { isTaskSeen } from "./seen.ts"
export { setTaskDue } from "./set-due.ts"
export { type StateOfTask, stateOfTasks } from "./state-of.ts"
export { type Load, loadsOf } from "./loads.ts"
export { type OpenTask, openTasksOf, type TaskOfDecision, tasksOfMeeting } from "./open-tasks.ts"
export {
  taskChanged,
  taskDropped,
  taskFinished,
  taskGiven,
  taskHandedOver,
  taskPostponed,
  taskReopened,
} from "./events.ts"
export type { TaskRow, TaskState } from "./tables.ts"
