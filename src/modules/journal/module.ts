import { module } from "../../kernel/module.ts"
import { journalAbout } from "./about.ts"
import { journalChain, journalVerify } from "./chain.ts"
import { listJournal } from "./list.ts"

export const journal = module({
  name: "journal",
  layer: "reader",
  at: import.meta.url,
  reads: [listJournal, journalAbout, journalChain, journalVerify],
})
