import { module } from "../../kernel/module.ts"

import { bodyClosed, bodyFounded } from "./events.ts"

export const bodies = module({
  name: "bodies",
  layer: "foundation",
  at: import.meta.url,
  events: [bodyFounded, bodyClosed],
})
