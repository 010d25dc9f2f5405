import assert from "node:assert/strict"
import { existsSync } from "node:fs"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, before, describe, it } from "node:test"
import type pg from "pg"
import { withClient } from "./bootstrap.ts"
import { startEmbedded } from "./embedded.ts"
import { startDatabase, type Database } from "./launch.ts"
import { migrate, migrationsIn } from "./migrate.ts"

const debian = "/usr/lib/postgresql/15/bin"
const servers = [
  { name: "the PostgreSQL that comes with the package", binaries: undefined, skip: false },
  {
    name: "PostgreSQL 15 as Debian ships it",
    binaries: { initdb: `${debian}/initdb`, postgres: `${debian}/postgres` },
    skip: !existsSync(`${debian}/initdb`),
  },
]

for (const { name, binaries, skip } of servers)
  describe(`a managed login on ${name}`, { skip }, () => {
    let folder: string
    let server: Database
    let superuser: pg.ClientConfig
    const root = (...statements: string[]) =>
      withClient(superuser, async (client) => {
        for (const statement of statements) await client.query(statement)
      })
    const address = (login = "secretary") => `postgresql://${login}@localhost/chapter?host=${server.owner.host}`
    const joined = (login?: string) => startDatabase({ dataDir: folder, databaseUrl: address(login) })

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), "permanence-managed-"))
      server = await startEmbedded({ dataDir: folder, settings: { fsync: "off", jit: "on" }, binaries })
      superuser = { ...server.owner, user: "postgres", database: "postgres" }
      await root(
        "drop owned by permanence_app",
        "create role secretary login createrole",
        "create database chapter owner secretary",
      )
      await withClient({ ...server.owner, user: "postgres" }, (client) => client.query("drop owned by permanence_app"))
      await root("drop role permanence_app")
    })
    after(async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    })

    it("is told what to run when it may not create the role", async () => {
      await root("alter role secretary nocreaterole")
      await assert.rejects(joined(), { reason: "app_role_missing", message: /create role permanence_app/ })
      await root("alter role secretary createrole")
    })

    it("owns the tables while the application is walled", async () => {
      const database = await joined()
      await migrate(database.owner, await migrationsIn(new URL("./migrations", import.meta.url), "kernel"))
      await withClient(database.app, async (client) => {
        const { rows } = await client.query("select current_user as name, current_setting('is_superuser') as super")
        assert.deepEqual(rows, [{ name: "permanence_app", super: "off" }])
        await assert.rejects(client.query("create table mine (id int)"), /permission denied/)
      })
      await joined()
    })

    it("compiles no question, whatever the server and the address say", async () => {
      for (const databaseUrl of [address(), `${address()}&options=-c%20jit%3Don`]) {
        const database = await startDatabase({ dataDir: folder, databaseUrl })
        await withClient(database.app, async (client) => {
          assert.deepEqual((await client.query("show jit")).rows, [{ jit: "off" }])
        })
      }
    })

    it("keeps the options of its address", async () => {
      const database = await startDatabase({
        dataDir: folder,
        databaseUrl: `${address()}&options=-c%20statement_timeout%3D4321`,
      })
      await withClient(database.app, async (client) => {
        const { rows } = await client.query(
          "select current_user as name, current_setting('statement_timeout') as limit",
        )
        assert.deepEqual(rows, [{ name: "permanence_app", limit: "4321ms" }])
      })
    })

    for (const [how, can, cannot] of [
      ["is superuser", "alter role permanence_app superuser", "alter role permanence_app nosuperuser"],
      ["bypasses policies", "alter role permanence_app bypassrls", "alter role permanence_app nobypassrls"],
      ["can become a superuser", "grant postgres to permanence_app", "revoke postgres from permanence_app"],
    ] as const)
      it(`is refused when the application ${how}`, async () => {
        await root(can)
        await assert.rejects(joined(), { reason: "app_can_bypass" })
        await root(cannot)
        await joined()
      })

    it("is refused a database it may not create tables in", async () => {
      await root("create role guest login", "grant permanence_app to guest")
      await assert.rejects(joined("guest"), { reason: "public_schema_closed" })
    })

    it("gets a sentence when nobody answers", async () => {
      await assert.rejects(startDatabase({ dataDir: folder, databaseUrl: "postgres://a@127.0.0.1:1/b" }), {
        reason: "server_unreachable",
      })
    })
  })
