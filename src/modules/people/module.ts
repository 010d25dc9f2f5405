import { module } from "../../kernel/module.ts"

export const people = module({ name: "people", layer: "foundation", at: import.meta.url })
