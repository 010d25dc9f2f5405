import { module } from "../../kernel/module.ts"
import { searchAll } from "./all.ts"
import { findAnything } from "./find.ts"
import { readSaid } from "./said/read-said.ts"
import { follower } from "./follow.ts"

export const search = module({
  name: "search",
  layer: "reader",
  at: import.meta.url,
  reads: [findAnything, searchAll, readSaid],
  workers: [follower],
})
