import { module } from "../../kernel/module.ts"

export const tasks = module({ name: "tasks", layer: "work", at: import.meta.url })
