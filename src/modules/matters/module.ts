import { module } from "../../kernel/module.ts"

export const matters = module({ name: "matters", layer: "foundation", at: import.meta.url })
