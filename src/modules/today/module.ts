import { module } from "../../kernel/module.ts"
import { readToday } from "./read-today.ts"
import { writeTheWeek } from "./week-letter.ts"

export const today = module({
  name: "today",
  layer: "reader",
  at: import.meta.url,
  reads: [readToday],
  schedules: [writeTheWeek],
})
