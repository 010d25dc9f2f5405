// Keeps the database of the tests running while someone uses it. Started, detached, by for-tests.ts.
import { appendFileSync } from "node:fs"
import { rename, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { argv, exit, pid } from "node:process"
import { withClient } from "./bootstrap.ts"
import { startEmbedded } from "./embedded.ts"

const folder = argv[2]!
const idleMinutes = 5
const note = (line: string) => appendFileSync(join(folder, "keeper.log"), `${line}\n`)

const database = await startEmbedded({
  dataDir: folder,
  log: note,
  settings: { fsync: "off", full_page_writes: "off", max_connections: "400", autovacuum: "on" },
}).catch((error: Error) => {
  note(error.message)
  exit(1)
})

await writeFile(join(folder, "cluster.new"), JSON.stringify({ sockets: database.owner.host, keeper: pid }))
await rename(join(folder, "cluster.new"), join(folder, "cluster.json"))

let lastUse = Date.now()
const watch = setInterval(async () => {
  if (await inUse()) lastUse = Date.now()
  else if (Date.now() - lastUse > idleMinutes * 60_000) await end()
}, 20_000)
process.on("SIGTERM", end).on("SIGINT", end)

async function end() {
  clearInterval(watch)
  await rm(join(folder, "cluster.json"), { force: true })
  await database.stop()
  await rm(folder, { recursive: true, force: true })
  exit(0)
}

// Only test files connect as these two; the lock and this question are the superuser's.
const inUse = () =>
  withClient({ host: database.owner.host, user: "postgres", database: "postgres" }, async (client) => {
    const { rowCount } = await client.query(
      "select from pg_stat_activity where usename in ('permanence', 'permanence_app') limit 1",
    )
    return Boolean(rowCount)
  })
