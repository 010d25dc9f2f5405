import { module } from "../../kernel/module.ts"
import { exportMade } from "./make.ts"
import { readExportRights } from "./rights.ts"
import { exportRoutes } from "./route.ts"

export const exported = module({
  name: "exports",
  layer: "reader",
  at: import.meta.url,
  events: [exportMade],
  reads: [readExportRights],
  routes: exportRoutes,
})
