// Keeps the database of the tests running while someone uses it. Started, detached, by for-tests.ts.
import { appendFileSync } from "node:fs"
import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { argv, exit, pid } from "node:process"
import { withClient } from "./bootstrap.ts"
import { startEmbedded } from "./embedded.ts"
import { isAlive, stopOrphan } from "./orphan.ts"

const folder = argv[2]!
// Each keeper has its own data: one that is ending and one that begins do not meet.
const own = join(folder, String(pid))
const idleMinutes = 5
const note = (line: string) => appendFileSync(join(folder, "keeper.log"), `${line}\n`)

await sweep()
const database = await startEmbedded({
  dataDir: own,
  log: note,
  settings: { fsync: "off", full_page_writes: "off", max_connections: "400" },
}).catch((error: Error) => {
  note(error.message)
  exit(1)
})

const card = JSON.stringify({ sockets: database.owner.host, keeper: pid })
await writeFile(join(folder, "cluster.new"), card)
await rename(join(folder, "cluster.new"), join(folder, "cluster.json"))

let lastUse = Date.now()
const watch = setInterval(async () => {
  if (await inUse()) lastUse = Date.now()
  else if (Date.now() - lastUse > idleMinutes * 60_000) await end()
}, 20_000)
process.on("SIGTERM", end).on("SIGINT", end)

async function end() {
  clearInterval(watch)
  const shown = await readFile(join(folder, "cluster.json"), "utf8").catch(() => "")
  if (shown === card) await rm(join(folder, "cluster.json"), { force: true })
  await database.stop()
  await rm(own, { recursive: true, force: true })
  if (!(await readdir(folder)).some((name) => /^(\d+|starting)$/.test(name))) await rm(folder, { recursive: true })
  exit(0)
}

/** A keeper that was killed leaves its database running. */
async function sweep() {
  for (const name of await readdir(folder)) {
    if (!/^\d+$/.test(name) || isAlive(Number(name))) continue
    await stopOrphan(join(folder, name, "postgres"), note)
    await rm(join(folder, name), { recursive: true, force: true })
  }
}

// Only test files connect as these two; the lock and this question are the superuser's.
const inUse = () =>
  withClient({ host: database.owner.host, user: "postgres", database: "postgres" }, async (client) => {
    const { rowCount } = await client.query(
      "select from pg_stat_activity where usename in ('permanence', 'permanence_app') limit 1",
    )
    return Boolean(rowCount)
  })
