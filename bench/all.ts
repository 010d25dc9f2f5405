// `npm run bench`: every figure, with the machine and what its PostgreSQL gives bare at the head. `npm run bench -- people` runs one.
import { spawnSync } from "node:child_process"
import { cpus, loadavg, totalmem } from "node:os"
import { join } from "node:path"
import { stopTestCluster } from "../src/kernel/postgres/for-tests.ts"

const all = ["raw", "commands", "start", "people", "mail", "papers", "search-behind-the-wall"]
const asked = process.argv.slice(2)
const [processor] = cpus()
console.log(
  `${cpus().length} × ${processor?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, load ${loadavg()[0]!.toFixed(1)}, Node ${process.version}`,
)
let failed = 0
for (const name of all.filter((one) => asked.length === 0 || asked.includes(one))) {
  console.log(`\n# ${name}`)
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`)], { stdio: "inherit" })
  if (status !== 0) failed++
}
await stopTestCluster()
process.exit(failed > 0 ? 1 : 0)
