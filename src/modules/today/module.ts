import { module } from "../../kernel/module.ts"
import { readToday } from "./read-today.ts"

export const today = module({
  name: "today",
  layer: "reader",
  at: import.meta.url,
  reads: [readToday],
})
