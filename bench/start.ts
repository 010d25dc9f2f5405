// From `npm start` to the first page, on an empty folder and again on the same; then the memory of the whole, at rest.
import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { setTimeout as pause } from "node:timers/promises"

const root = join(import.meta.dirname, "..")
const dataDir = await mkdtemp(join(tmpdir(), "permanence-bench-"))
const results = []
for (const what of ["cold: an empty folder", "warm: the same folder"]) {
  const begun = performance.now()
  const env = { ...process.env, DATA_DIR: dataDir, PORT: "0", HOST: "127.0.0.1" }
  const app = spawn(process.execPath, [join(root, "start.mjs")], {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  })
  const url = await addressIn(createInterface({ input: app.stdout }))
  await (await fetch(url)).text()
  const ms = Math.round(performance.now() - begun)
  await pause(5000)
  results.push({ what, "first page, ms": ms, "memory at rest, MB": await memoryOf(app.pid!) })
  app.kill("SIGTERM")
  await once(app, "exit")
}
console.table(results)
await rm(dataDir, { recursive: true, force: true })

async function addressIn(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const [url] = /http:\/\/\S+/.exec(line) ?? []
    if (url) return url
  }
  throw new Error("It did not start")
}

/** Proportional memory of the process and of the database it started; undefined where there is no /proc. */
async function memoryOf(pid: number): Promise<number | undefined> {
  const all = await readdir("/proc").catch(() => [])
  const parents = new Map<number, number>()
  for (const name of all.filter((one) => /^\d+$/.test(one))) {
    const stat = await readFile(`/proc/${name}/stat`, "utf8").catch(() => "")
    parents.set(Number(name), Number(/ [A-Z] (\d+) /.exec(stat.slice(stat.lastIndexOf(")")))?.[1]))
  }
  const family = [pid]
  for (const one of family) for (const [child, parent] of parents) if (parent === one) family.push(child)
  let kilobytes = 0
  for (const one of family) {
    const rollup = await readFile(`/proc/${one}/smaps_rollup`, "utf8").catch(() => "")
    kilobytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0)
  }
  return kilobytes ? Math.round(kilobytes / 1024) : undefined
}
