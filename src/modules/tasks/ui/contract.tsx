export { Due, TaskMark } from "./due.tsx"
export { TaskRows } from "./task-rows.tsx"
