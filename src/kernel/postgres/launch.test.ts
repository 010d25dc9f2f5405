import assert from "node:assert/strict"
import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { env, execPath, getuid, kill, pid } from "node:process"
import { setTimeout as pause } from "node:timers/promises"
import { after, afterEach, before, beforeEach, describe, it } from "node:test"
import { fileURLToPath } from "node:url"
import pg from "pg"
import { withClient } from "./bootstrap.ts"
import { startDatabase, type Database } from "./launch.ts"

const app = fileURLToPath(new URL("../../../tests/faults/writer.ts", import.meta.url))

let folder: string
const running: Database[] = []
const start = async (dataDir = folder) => {
  const database = await startDatabase({ dataDir })
  running.push(database)
  return database
}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "permanence-launch-"))
})
afterEach(async () => {
  for (const database of running.splice(0)) await database.stop()
})
after(() => rm(folder, { recursive: true, force: true }))

const count = (database: Database) =>
  withClient(database.owner, async (client) => {
    const { rows } = await client.query<{ count: number }>("select count(*)::int from writes")
    return rows[0]!.count
  })

const postmaster = async () =>
  Number((await readFile(join(folder, "postgres", "postmaster.pid"), "utf8")).split("\n")[0])

describe("the database launcher", () => {
  it("lets one of two first starts at the same moment through", async () => {
    const both = await Promise.allSettled([start(), start()])
    assert.deepEqual(both.map(({ status }) => status).sort(), ["fulfilled", "rejected"])
    const refused = both.find((one) => one.status === "rejected")
    assert.match(refused!.reason.name, /RefusedStart/)
    assert.deepEqual(await readdir(folder), ["postgres"])
  })

  it("refuses a second start on the same folder", async () => {
    const first = await start()
    await assert.rejects(start(), { reason: "already_running" })
    await withClient(first.app, (client) => client.query("select 1"))
  })

  it("gives the application a role that owns nothing and passes no wall", async () => {
    const { app: role } = await start()
    await withClient(role, async (client) => {
      const { rows } = await client.query(`select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole,
        exists (select from pg_class where relowner = pg_roles.oid) as owns from pg_roles where rolname = current_user`)
      assert.deepEqual(Object.values(rows[0]), [false, false, false, false, false])
      await assert.rejects(client.query("create table mine (id int)"), /permission denied/)
    })
  })

  it("keeps the lock and the addresses across a restart", async () => {
    const database = await start()
    await database.restart()
    await withClient(database.app, (client) => client.query("select 1"))
    await assert.rejects(start(), { reason: "already_running" })
  })

  it("starts PostgreSQL again when it dies, and pools recover", async () => {
    const database = await start()
    const pool = new pg.Pool({ ...database.app, max: 2 })
    pool.on("error", () => {})
    await pool.query("select 1")
    const before = await postmaster()
    kill(before, "SIGKILL")
    await until(async () => assert.notEqual(await postmaster(), before))
    await until(() => pool.query("select 1"))
    await until(() => assert.rejects(start(), { reason: "already_running" }))
    await pool.end()
  })

  it("takes over from a number that went to another process", async () => {
    const database = await start()
    const file = join(folder, "postgres", "postmaster.pid")
    const lines = (await readFile(file, "utf8")).split("\n")
    running.length = 0
    await database.stop()
    await writeFile(file, [pid, ...lines.slice(1)].join("\n"))
    await start()
  })

  it("says so when the path of the socket would be too long", async () => {
    const usual = env.TMPDIR
    env.TMPDIR = join(folder, "long".repeat(30))
    await assert.rejects(start(), { reason: "socket_path_too_long" })
    if (usual === undefined) delete env.TMPDIR
    else env.TMPDIR = usual
  })

  describe("as root, in a folder closed to all others", { skip: getuid?.() !== 0 && "not root" }, () => {
    let closed: string
    before(async () => {
      closed = join(folder, "closed")
      await mkdir(closed)
      await chmod(closed, 0o700)
    })
    after(() => rm(closed, { recursive: true }))

    it("names the folder when the system gives the child no passage", async () => {
      const usual = env.PATH
      env.PATH = ""
      const refused = { reason: "out_of_reach", message: new RegExp(`o\\+x ${closed}$`) }
      await assert.rejects(start(join(closed, "data")), refused)
      env.PATH = usual
    })

    it("starts when it does", { skip: spawnSync("setpriv", ["--version"]).status !== 0 && "no setpriv" }, async () => {
      const database = await start(join(closed, "data"))
      await withClient(database.app, (client) => client.query("select 1"))
      await database.restart()
    })
  })
})

describe("a database whose app was killed", () => {
  let killed: ReturnType<typeof spawn>
  beforeEach(async () => {
    killed = spawn(execPath, [app, folder], { stdio: ["ignore", "pipe", "inherit"] })
    await once(killed.stdout!, "data")
    kill(killed.pid!, "SIGKILL")
    await once(killed, "close")
  })

  it("is stopped and started again", async () => {
    const orphan = await postmaster()
    kill(orphan, 0)
    const database = await start()
    assert.notEqual(await postmaster(), orphan)
    assert.throws(() => kill(orphan, 0), { code: "ESRCH" })
    assert.ok((await count(database)) >= 0)
  })

  it("recovers when it was killed too", async () => {
    kill(await postmaster(), "SIGKILL")
    const database = await start()
    assert.ok((await count(database)) >= 0)
  })
})

/** Tries again until it holds; a second of patience would be too little on a loaded machine. */
async function until(act: () => Promise<unknown>) {
  for (let tries = 0; ; tries++) {
    try {
      return await act()
    } catch (error) {
      if (tries === 200) throw error
      await pause(50)
    }
  }
}
