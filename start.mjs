// The door of `npm start` and of `npm run permanence`. Plain JavaScript that any Node since 14.8 can read, because its first
// duty is to say, under an older Node, what to do; npm puts the Node 26 of node_modules/.bin first on the path.
import module from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

if (Number(process.versions.node.split(".")[0]) < 26) {
  console.error(
    `Permanence a besoin de Node 26\u202f; celui-ci est le ${process.versions.node}. Lancez-le par npm, qui apporte le sien\u00a0: npm install && npm start\n` +
      `Permanence needs Node 26; this one is ${process.versions.node}. Start it through npm, which brings its own: npm install && npm start`,
  )
  process.exit(1)
}

// Measured on 402 modules: 0.64 s and 100 MB to start without the cache, 0.25 s and 70 MB with it.
module.enableCompileCache(
  process.env.NODE_COMPILE_CACHE || join(dirname(fileURLToPath(import.meta.url)), ".cache", "node"),
)

await import("./src/main.ts")
