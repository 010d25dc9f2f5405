import { module } from "../../kernel/module.ts"
import { fileKept } from "./events.ts"
import { reactions } from "./reactions.ts"
import { receive } from "./receive.ts"
import { serveFile } from "./serve.ts"

export const documents = module({
  name: "documents",
  layer: "foundation",
  at: import.meta.url,
  events: [fileKept],
  reactions,
  routes: [
    { method: "POST", path: "/api/files.keep", limit: 300, handle: receive },
    { method: "GET", path: "/api/files/:id", limit: 1200, handle: serveFile },
  ],
})
