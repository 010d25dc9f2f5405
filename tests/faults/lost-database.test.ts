import assert from "node:assert/strict"
import { execFileSync } from "node:child_process"
import { kill } from "node:process"
import { after, before, describe, it } from "node:test"
import { setTimeout as pause } from "node:timers/promises"
import { type App, startApp } from "../journeys/app.ts"

describe("a database killed under the application", { skip: process.platform !== "linux" && "needs /proc" }, () => {
  let app: App
  before(async () => {
    app = await startApp()
  })
  after(() => app?.stop())

  it("is said in a sentence, and comes back without a restart", async () => {
    const ask = () => fetch(`${app.url}/api/accounts.welcome`, { signal: AbortSignal.timeout(20_000) })
    assert.equal((await ask()).status, 200)
    for (const pid of execFileSync("pgrep", ["-P", String(app.pid), "-f", "postgres"], { encoding: "utf8" }).split(
      "\n",
    ))
      if (pid) kill(Number(pid), "SIGKILL")
    const seen = new Set<number>()
    for (let tries = 0; tries < 80; tries++) {
      const answer = await ask()
      seen.add(answer.status)
      if (answer.status === 200 && seen.has(503)) break
      if (answer.status === 503)
        assert.match(((await answer.json()) as { error: { message: string } }).error.message, /\.$/)
      await pause(250)
    }
    assert.deepEqual([...seen].toSorted(), [200, 503])
    assert.equal((await ask()).status, 200)
  })
})
