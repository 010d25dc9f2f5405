import { module } from "../../kernel/module.ts"

export const documents = module({ name: "documents", layer: "foundation", at: import.meta.url })
