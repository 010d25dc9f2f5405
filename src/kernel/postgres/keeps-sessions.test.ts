import assert from "node:assert/strict"
import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { chmod, chown, mkdtemp, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, before, describe, it } from "node:test"
import { setTimeout as pause } from "node:timers/promises"
import { withClient } from "./bootstrap.ts"
import { startEmbedded } from "./embedded.ts"
import { mustKeepSessions } from "./keeps-sessions.ts"
import { startDatabase, type Database } from "./launch.ts"

const program = ["/usr/sbin/pgbouncer", "/usr/bin/pgbouncer"].find((path) => spawnSync(path, ["-V"]).status === 0)

describe(
  "a pooler before the database",
  { skip: !program && "PgBouncer is not installed (apt install pgbouncer)" },
  () => {
    let folder: string
    let server: Database
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), "permanence-pooler-"))
      server = await startEmbedded({ dataDir: join(folder, "data"), settings: { fsync: "off" } })
      await withClient({ ...server.owner, user: "postgres" }, async (client) => {
        await client.query("create role secretary login createrole")
        await client.query("grant permanence_app to secretary with set true")
        await client.query("create database chapter owner secretary")
      })
    })
    after(async () => {
      await server?.stop()
      await rm(folder, { recursive: true, force: true })
    })

    it("is refused when it lends a connection for a transaction only", () =>
      pooled("transaction", "", async (databaseUrl) => {
        await assert.rejects(mustKeepSessions({ connectionString: databaseUrl }), { reason: "not_a_session" })
        await assert.rejects(startDatabase({ dataDir: folder, databaseUrl }), {
          reason: "not_a_session",
          message: /ne garde pas les sessions.*adresse directe/,
        })
      }))

    it("passes for a session when it lends a connection for as long", () =>
      pooled("session", "", (databaseUrl) => mustKeepSessions({ connectionString: databaseUrl })))

    it("is refused when it does not let the role of the application pass, even in session mode", () =>
      pooled("session", "", async (databaseUrl) => {
        await assert.rejects(startDatabase({ dataDir: folder, databaseUrl }), { message: /même en mode session/ })
      }))

    it("is refused when it drops that role in silence", () =>
      pooled("session", "ignore_startup_parameters = options", async (databaseUrl) => {
        await assert.rejects(startDatabase({ dataDir: folder, databaseUrl }), { reason: "not_a_session" })
      }))

    const pooled = async (mode: string, more: string, work: (databaseUrl: string) => Promise<void>) => {
      const place = await mkdtemp(join(tmpdir(), "pooler-"))
      const settings = join(place, "pgbouncer.ini")
      await writeFile(join(place, "users"), '"secretary" ""\n')
      await writeFile(
        settings,
        `[databases]\nchapter = host=${server.owner.host} port=5432 dbname=chapter\n[pgbouncer]\nlisten_addr =\nlisten_port = 6432\n` +
          `unix_socket_dir = ${place}\nauth_type = trust\nauth_file = ${join(place, "users")}\npool_mode = ${mode}\n${more}\n`,
      )
      // It refuses root, and must pass into the folder of the database's socket: it runs as whom that folder belongs to.
      const { uid, gid } = await stat(server.owner.host!)
      for (const path of [place, settings, join(place, "users")]) await chown(path, uid, gid)
      await chmod(place, 0o700)
      const pooler = spawn(program!, ["--quiet", settings], { uid, gid, cwd: "/", stdio: "ignore" })
      const ended = once(pooler, "exit")
      const databaseUrl = `postgresql://secretary@localhost:6432/chapter?host=${place}`
      try {
        for (let tries = 0; !(await answers(databaseUrl)); tries++) {
          assert.ok(tries < 100 && pooler.exitCode === null, "PgBouncer does not answer")
          await pause(50)
        }
        await work(databaseUrl)
      } finally {
        pooler.kill("SIGKILL")
        await ended
        await rm(place, { recursive: true, force: true })
      }
    }
  },
)

const answers = (connectionString: string) =>
  withClient({ connectionString }, () => Promise.resolve(true)).catch(() => false)
