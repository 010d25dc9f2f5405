import { sql } from "kysely"
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
  // That a letter left, when, and what the server answered is the proof of a convocation; where it went and what it said are not.
  held: [
    {
      table: "sendings",
      person: "person_id",
      says: { what: sql`t.subject`, note: sql`t.address`, on: sql`coalesce(t.sent_at, t.queued_at)` },
      erased: {
        sets: { address: sql`''`, content: sql`'{}'::jsonb`, server_answer: sql`null`, bounce: sql`null` },
      },
    },
  ],
  commands: [postLetters, resendLetter],
  reads: [listSendings, readSending],
  events: [lettersPosted, letterResent, letterBounced],
  workers: [courier, postman],
})
