import { module } from "../../kernel/module.ts"
import { forgetView, keepView, listViews, viewForgotten, viewKept } from "./views.ts"

export const views = module({
  name: "views",
  layer: "reader",
  at: import.meta.url,
  commands: [keepView, forgetView],
  reads: [listViews],
  events: [viewKept, viewForgotten],
})
