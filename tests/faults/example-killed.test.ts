import assert from "node:assert/strict"
import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, readdir, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { execPath } from "node:process"
import { createInterface } from "node:readline"
import { after, before, describe, it } from "node:test"
import { setTimeout } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { type Application, migrations, startApplication } from "../../src/application.ts"
import { newId } from "../../src/kernel/id.ts"
import { environment } from "../../src/kernel/environment.ts"
import { withClient } from "../../src/kernel/postgres/bootstrap.ts"
import { type TestDatabase, testDatabase } from "../../src/kernel/postgres/for-tests.ts"
import { offerClaim } from "../../src/modules/accounts/contract.ts"

const teller = fileURLToPath(new URL("./teller.ts", import.meta.url))

describe("a process killed while it writes the example", () => {
  let database: TestDatabase
  let dataDir: string
  let application: Application | undefined
  let alive: ChildProcess | undefined
  const said: string[] = []
  before(async () => {
    database = await testDatabase(await migrations())
    dataDir = await mkdtemp(join(tmpdir(), "permanence-example-killed-"))
  })
  after(async () => {
    alive?.kill("SIGKILL")
    await application?.stop()
    await database.drop()
    await rm(dataDir, { recursive: true, force: true })
  })

  const start = async () => {
    const settings = environment({ DATA_DIR: dataDir, PORT: "0", HOST: "127.0.0.1" })
    application = await startApplication(database, settings, (line) => said.push(line))
    return application
  }
  const rows = async (query: string) => withClient(database.owner, async (client) => (await client.query(query)).rows)
  const take = async (url: string, code: string) => {
    const response = await fetch(`${url}/api/accounts.takeExample`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-command-id": newId() },
      body: JSON.stringify({ code }),
    })
    return { status: response.status, ...((await response.json()) as { data?: { state: string; done: number } }) }
  }
  /** Another process begins to write, and is killed in its third month. */
  const halfWritten = async (code: string) => {
    const told = JSON.stringify({ database: { app: database.app, owner: database.owner }, dataDir })
    const process = spawn(execPath, [teller, told], { stdio: ["ignore", "pipe", "inherit"] })
    const gone = once(process, "exit")
    alive = process
    const url = await new Promise<string>((resolve) =>
      createInterface({ input: process.stdout }).on("line", (line) => line.startsWith("http") && resolve(line)),
    )
    for (let answer = await take(url, code); (answer.data?.done ?? 0) < 2; answer = await take(url, code)) {
      assert.equal(answer.status, 200)
      await setTimeout(100)
    }
    process.kill("SIGKILL")
    await gone
    const { length } = await rows("select id from organisations where settings @> '{\"unfinished\": true}'")
    assert.equal(length, 2, "both organisations are there by halves")
  }
  const nothingIsLeft = async () => {
    const tables = await rows(
      "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'organisation_id'",
    )
    const full = []
    for (const { name } of [...tables, { name: "organisations" }, { name: "accounts" }, { name: "pgboss.job_common" }])
      if ((await rows(`select from ${name} ${name.startsWith("pg") ? "where name = 'reactions'" : ""} limit 1`)).length)
        full.push(name)
    assert.deepEqual(full, [])
    const files = await readdir(join(dataDir, "files"), { recursive: true, withFileTypes: true }).catch(() => [])
    // What was on its way in when the process died is the store's own to sweep.
    const kept = files.filter((one) => one.isFile() && !one.parentPath.endsWith(".incoming"))
    assert.deepEqual(
      kept.map(({ name }) => name),
      [],
    )
  }

  it("leaves nothing of it at the next start, which offers the first visit again", async () => {
    const { db, stop } = await start()
    const code = await offerClaim(db)
    await stop()
    await halfWritten(code!)
    const next = await start()
    await nothingIsLeft()
    assert.match(said.join("\n"), /L’exemple n’était écrit qu’à moitié/)
    assert.match(String(await offerClaim(next.db)), /^\d{3}-\d{3}-\d{3}$/)
    assert.equal((await take(next.url, code!)).status, 403, "the page is told, and asks for the new code")
  })

  it("lets another process, asked with the same code, write it anew", async () => {
    const { db, url, equipment } = application!
    const code = String(await offerClaim(db))
    await halfWritten(code)
    let begun = 0
    equipment.loadExample = async (_given, tell) => {
      await nothingIsLeft()
      tell?.({ month: "2025-01-01", done: 0, of: 19 })
      begun++
      return new Promise(() => {})
    }
    // Until the database has noticed that the other is dead, it writes as far as anybody knows.
    while (begun === 0) {
      const answer = await take(url, code)
      assert.equal(answer.data?.state, "loading", JSON.stringify(answer))
      await setTimeout(20)
    }
    assert.equal(begun, 1)
  })
})
