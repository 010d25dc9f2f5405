import { named } from "../../kernel/held.ts"
import { module } from "../../kernel/module.ts"
import { fileKept } from "./events.ts"
import { removeBytesNightly } from "./forget.ts"
import { reactions } from "./reactions.ts"
import { recordFile } from "./keep.ts"
import { receive } from "./receive.ts"
import { sealAtStart, sealEachNight } from "./seal-bytes.ts"
import { openFile, serveFile } from "./serve.ts"
import { servePage } from "./serve-page.ts"

export const documents = module({
  name: "documents",
  layer: "foundation",
  at: import.meta.url,
  held: named("files", "kept_by"),
  events: [fileKept],
  reactions,
  schedules: [sealEachNight, removeBytesNightly],
  workers: [sealAtStart],
  routes: [
    { method: "POST", path: "/api/files.keep", limit: 300, standsFor: recordFile, handle: receive },
    { method: "GET", path: "/api/files/:id", limit: 1200, standsFor: openFile, handle: serveFile },
    { method: "GET", path: "/api/files/:id/pages/:page", limit: 1200, standsFor: openFile, handle: servePage },
  ],
})
