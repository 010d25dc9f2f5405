import assert from "node:assert/strict"
import { spawn } from "node:child_process"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { env, execPath } from "node:process"
import { createInterface } from "node:readline"
import { after, before, describe, it } from "node:test"
import { fileURLToPath } from "node:url"
import { withClient } from "../../src/kernel/postgres/bootstrap.ts"
import { startDatabase } from "../../src/kernel/postgres/launch.ts"
import { killFamily } from "../family.ts"

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
    if (++written === enough) await killFamily(app.pid!)
  }
  await ended
}
