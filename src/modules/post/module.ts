import { named } from "../../kernel/held.ts"
import { module } from "../../kernel/module.ts"
import { lettersPosted, postLetters } from "./post.ts"
import { listSendings, readSending } from "./read-sendings.ts"
import { letterResent, resendLetter } from "./resend.ts"
import { letterBounced } from "./receive.ts"
import { courier, postman } from "./worker.ts"

export const post = module({
  name: "post",
  layer: "foundation",
  at: import.meta.url,
  held: named("sendings", "person_id"),
  commands: [postLetters, resendLetter],
  reads: [listSendings, readSending],
  events: [lettersPosted, letterResent, letterBounced],
  workers: [courier, postman],
})
