import { module } from "../../kernel/module.ts"
import { sightOfThing } from "./of.ts"

export const sight = module({
  name: "sight",
  layer: "reader",
  at: import.meta.url,
  reads: [sightOfThing],
})
