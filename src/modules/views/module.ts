import { sql } from "kysely"
import { module } from "../../kernel/module.ts"
import { forgetView, keepView, listViews, viewForgotten, viewKept } from "./views.ts"

export const views = module({
  name: "views",
  layer: "reader",
  at: import.meta.url,
  held: [
    {
      table: "saved_views",
      person: "person_id",
      once: ["list", "name"],
      says: { what: sql`t.name`, on: sql`t.saved_at` },
      erased: "deleted",
    },
  ],
  commands: [keepView, forgetView],
  reads: [listViews],
  events: [viewKept, viewForgotten],
})
