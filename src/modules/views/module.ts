import { module } from "../../kernel/module.ts"
import { forgetView, keepView, listViews, viewForgotten, viewKept } from "./views.ts"

export const views = module({
  name: "views",
  layer: "reader",
  at: import.meta.url,
  held: [{ table: "saved_views", person: "person_id", once: ["list", "name"] }],
  commands: [keepView, forgetView],
  reads: [listViews],
  events: [viewKept, viewForgotten],
})
