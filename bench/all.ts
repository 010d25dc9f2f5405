// `npm run bench`: every figure, with the machine and what its PostgreSQL gives bare at the head, and what moved since the
// last run. `npm run bench -- people` runs one.
import { spawnSync } from "node:child_process"
import { cpus, loadavg, totalmem } from "node:os"
import { join } from "node:path"
import { keep, type Kept, lastRun, moved } from "./compared.ts"
import { stopTestCluster } from "../src/kernel/postgres/for-tests.ts"

const all = [
  "raw",
  "start",
  "script",
  "commands",
  "rights",
  "people",
  "bodies",
  "federation",
  "import",
  "import-file",
  "duplicates",
  "search",
  "search-behind-the-wall",
  "skills",
  "convene",
  "mail",
  "papers",
  "plenary",
  "book",
  "letters",
  "redline",
  "amendments",
  "sealed",
  "counting",
]
const asked = process.argv.slice(2)
const [processor] = cpus()
console.log(
  `${cpus().length} × ${processor?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, load ${loadavg()[0]!.toFixed(1)}, Node ${process.version}`,
)
let failed = 0
const before = await lastRun()
const now: Kept = { ...before }
for (const name of all.filter((one) => asked.length === 0 || asked.includes(one))) {
  console.log(`\n# ${name}`)
  const { status, stdout } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`)], {
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
  })
  process.stdout.write(stdout)
  if (status !== 0) {
    failed++
    continue
  }
  now[name] = { at: new Date().toISOString(), text: stdout }
  const last = before[name]
  const changes = last ? moved(last.text, stdout) : []
  if (changes.length) console.log(`since ${last!.at}:\n${changes.join("\n")}`)
}
await keep(now)
await stopTestCluster()
process.exit(failed > 0 ? 1 : 0)
