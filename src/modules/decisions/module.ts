import { module } from "../../kernel/module.ts"

export const decisions = module({ name: "decisions", layer: "work", at: import.meta.url })
