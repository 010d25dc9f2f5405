import { module } from "../../kernel/module.ts"

export const post = module({ name: "post", layer: "foundation", at: import.meta.url })
