import { module } from "../../kernel/module.ts"
import { lettersPosted, postLetters } from "./post.ts"
import { courier } from "./worker.ts"

export const post = module({
  name: "post",
  layer: "foundation",
  at: import.meta.url,
  commands: [postLetters],
  events: [lettersPosted],
  workers: [courier],
})
