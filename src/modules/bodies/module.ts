import { module } from "../../kernel/module.ts"

export const bodies = module({ name: "bodies", layer: "foundation", at: import.meta.url })
