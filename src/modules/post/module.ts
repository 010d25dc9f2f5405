import { module } from "../../kernel/module.ts"
import { courier } from "./worker.ts"

export const post = module({ name: "post", layer: "foundation", at: import.meta.url, workers: [courier] })
