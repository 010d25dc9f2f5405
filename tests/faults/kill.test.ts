import assert from "node:assert/strict"
import { spawn } from "node:child_process"
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { env, execPath, kill } from "node:process"
import { createInterface } from "node:readline"
import { after, before, describe, it } from "node:test"
import { fileURLToPath } from "node:url"
import { withClient } from "../../src/kernel/postgres/bootstrap.ts"
import { startDatabase } from "../../src/kernel/postgres/launch.ts"

const rounds = Number(env.KILL_ROUNDS ?? 20)
const writer = fileURLToPath(new URL("./writer.ts", import.meta.url))

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "permanence-kill-"))
})
after(() => rm(folder, { recursive: true, force: true }))

describe("a database killed while it writes", { skip: process.platform !== "linux" && "needs /proc" }, () => {
  it(`loses no acknowledged write in ${rounds} kills of everything`, async (t) => {
    const acknowledged = new Set<string>()
    for (let round = 1; round <= rounds; round++) {
      // Each round dies at another moment: 40, 80 … 800 writes after its start.
      await writeUntilKilled(acknowledged, 40 * round)
      const database = await startDatabase({ dataDir: folder })
      const kept = await withClient(database.owner, async (client) => {
        const { rows } = await client.query<{ id: string }>("select id from writes")
        return new Set(rows.map((row) => row.id))
      })
      await database.stop()
      const lost = [...acknowledged].filter((id) => !kept.has(id))
      assert.deepEqual(lost, [], `round ${round}`)
    }
    t.diagnostic(`${acknowledged.size} acknowledged writes, all kept`)
  })
})

async function writeUntilKilled(acknowledged: Set<string>, enough: number) {
  const app = spawn(execPath, [writer, folder], { stdio: ["ignore", "pipe", "inherit"] })
  let written = 0
  let ready = false
  const ended = new Promise((resolve) => app.once("close", resolve))
  for await (const line of createInterface({ input: app.stdout })) {
    if (ready) acknowledged.add(line)
    else ready = line === "ready"
    if (++written === enough) for (const pid of await family(app.pid!)) killed(pid)
  }
  await ended
}

// A worker of the database may have ended by itself since it was listed.
function killed(pid: number) {
  try {
    kill(pid, "SIGKILL")
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error
  }
}

// The database sits in a process group of its own; its processes are found by their parent.
async function family(pid: number): Promise<number[]> {
  const parents = new Map<number, number>()
  for (const name of (await readdir("/proc")).filter((entry) => /^\d+$/.test(entry))) {
    const stat = await readFile(`/proc/${name}/stat`, "utf8").catch(() => "")
    const parent = / [A-Z] (\d+) /.exec(stat.slice(stat.lastIndexOf(")")))?.[1]
    if (parent) parents.set(Number(name), Number(parent))
  }
  const all = [pid]
  for (const one of all) for (const [child, parent] of parents) if (parent === one) all.push(child)
  return all
}
