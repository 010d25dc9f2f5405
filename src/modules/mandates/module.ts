import { module } from "../../kernel/module.ts"

export const mandates = module({ name: "mandates", layer: "foundation", at: import.meta.url })
