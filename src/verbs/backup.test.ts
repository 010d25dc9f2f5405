import assert from "node:assert/strict"
import { copyFile, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { Readable } from "node:stream"
import { buffer } from "node:stream/consumers"
import { after, before, describe, it } from "node:test"
import { zstdCompressSync } from "node:zlib"
import pg from "pg"
import { world, type World } from "../../tests/world.ts"
import { migrations } from "../application.ts"
import { migrationsOf, readBackup } from "../kernel/backup/read.ts"
import { countOf, tablesOf } from "../kernel/backup/snapshot.ts"
import { writeBackup } from "../kernel/backup/write.ts"
import { environment } from "../kernel/environment.ts"
import { fileStore } from "../kernel/file/store.ts"
import { jobsSchema, pendingReactions } from "../kernel/job.ts"
import { withClient } from "../kernel/postgres/bootstrap.ts"
import { testDatabase, type TestDatabase } from "../kernel/postgres/for-tests.ts"
import { sealAll } from "../kernel/seal.ts"
import { restoreInto, type Restored } from "./restore.ts"

let w: World
let folder: string
let path: string
let hash: string
const paper = Buffer.from("Ordre du jour\n1. Le préau de l’école\n")
const emptied: TestDatabase[] = []

before(async () => {
  w = await world()
  folder = await mkdtemp("/tmp/permanence-backup-")
  path = join(folder, "one.tar.zst")
  const stored = await w.equipment.files.put(w.organisation, Readable.from([paper]), { name: "ordre.txt" })
  hash = stored.hash
  await withClient(w.owner, async (client) => {
    await client.query(
      `insert into files (organisation_id, id, body_id, name, type, bytes, hash, kept_by, kept_at)
       values ($1, gen_random_uuid(), $2, $3, 'text/plain', $4, $5, $6, $7)`,
      [w.organisation, w.lisle, "a\tb\\n «c» \u2028.txt", paper.length, hash, w.amina, w.now.toString()],
    )
    // A jsonb null is not an absent value, and a number has its own decimals.
    await client.query(
      `insert into commands (organisation_id, actor_id, command_id, name, input_hash, answer, at)
       values ($1, $2, gen_random_uuid(), 'x', '\\x00ff', 'null', now()), ($1, $2, gen_random_uuid(), 'y', '\\x', null, now()),
              ($1, $2, gen_random_uuid(), 'z', '\\x', '{"a": 1.50, "b": 12345678901234567890}', '2026-05-02 10:00:00.123456+02')`,
      [w.organisation, w.amina],
    )
    // The parent is written after its child: no order of the rows would do.
    await client.query("update bodies set parent_id = $2 where id = $1", [w.lisle, w.brume])
  })
  await w.equipment.jobs.boss.send("reactions", {
    organisation: w.organisation,
    eventId: w.amina,
    purpose: "p",
    event: "e",
    facts: { n: 1 },
  })
  await sealAll(w.db)
  await write(path)
})
after(async () => {
  for (const database of emptied) await database.drop()
  await rm(folder, { recursive: true, force: true })
  await w.end()
})

const write = (to: string) =>
  writeBackup(to, {
    owner: w.owner,
    files: w.equipment.files,
    secret: w.equipment.secret,
    version: "0",
    now: w.now,
  })

const emptyDatabase = async (): Promise<TestDatabase> => {
  const database = await testDatabase([])
  emptied.push(database)
  return database
}

const restoreFrom = async (from: string, database: TestDatabase, dataDir: string): Promise<Restored> => {
  const known = [jobsSchema(), ...(await migrations())]
  const settings = environment({ DATA_DIR: dataDir, SECRET_FILE: join(dataDir, "secret") })
  return readBackup(from, (manifest, entries) =>
    restoreInto(database, { manifest, entries, needed: migrationsOf(manifest, known), known, settings }),
  )
}

const everyRow = (owner: pg.PoolConfig) =>
  withClient(owner, async (client) => {
    const all: Record<string, string[]> = {}
    for (const { name } of await tablesOf(client)) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t order by 1`)
      all[name] = rows.map(({ row }) => row)
    }
    return all
  })

describe("permanence backup and restore", () => {
  it("bring back every row of every table, the files and what was still to be done", async () => {
    const [database, dataDir] = [await emptyDatabase(), join(folder, "there")]
    const restored = await restoreFrom(path, database, dataDir)

    const [here, there] = [await everyRow(w.owner), await everyRow(database.owner)]
    assert.deepEqual(there, here)
    assert.ok(here["people"]!.length > 0 && here["events"]!.length > 0)
    assert.equal(
      restored.rows,
      Object.values(here).reduce((sum, rows) => sum + rows.length, 0),
    )
    const found = await fileStore({ dataDir }).get(w.organisation, hash)
    assert.deepEqual(await buffer(found), paper)
    const pending = (owner: pg.PoolConfig) => withClient(owner, pendingReactions)
    // They say where they come from: what they send may have left before.
    assert.deepEqual(
      (await pending(database.owner)).map((task) => JSON.parse(task)),
      (await pending(w.owner)).map((task) => ({ ...JSON.parse(task), restored: true })),
    )
    assert.ok(restored.reactions > 0)
    const known = await withClient(database.owner, (client) =>
      client.query("select reltuples::int as known from pg_class where relname = 'people'"),
    )
    assert.deepEqual(known.rows, [{ known: here["people"]!.length }], "the database knows at once how many there are")
    assert.deepEqual(
      restored.journals.map(({ whole, events }) => whole && events > 0),
      [true, true],
    )
  })

  it("check references again once the rows are in", async () => {
    await withClient(emptied[0]!.owner, async (client) => {
      await client.query("begin")
      await assert.rejects(client.query("update bodies set parent_id = gen_random_uuid()"), { code: "23503" })
    })
  })

  it("say whether the secret is the same, and never hold it", async () => {
    const secret = await readFile(join(w.dataDir, "secret"), "utf8")
    const whole = await readBackup(path, async (manifest, entries) => {
      let text = JSON.stringify(manifest)
      for (let next = await entries.next(); !next.done; next = await entries.next())
        text += (await buffer(next.value.content as AsyncIterable<Uint8Array>)).toString("latin1")
      return text
    })
    assert.ok(whole.includes("Belkacem"))
    assert.ok(!whole.includes(secret.trim().split(" ")[1]!))

    const same = join(folder, "same")
    const other = await restoreFrom(path, await emptyDatabase(), join(folder, "other"))
    assert.equal(other.sameSecret, false)
    await mkdir(same)
    await copyFile(join(w.dataDir, "secret"), join(same, "secret"))
    assert.equal((await restoreFrom(path, await emptyDatabase(), same)).sameSecret, true)
  })

  it("refuse a database where somebody has worked", async () => {
    await assert.rejects(restoreFrom(path, emptied[0]!, join(folder, "there")), { trouble: "not_empty" })
  })

  it("refuse a backup that is cut, and leave nothing of it", async () => {
    const bytes = await readFile(path)
    const [database, dataDir] = [await emptyDatabase(), join(folder, "cut")]
    for (const share of [0.5, 0.9, 0.999]) {
      const cut = join(folder, `cut-${share}`)
      await writeFile(cut, bytes.subarray(0, Math.floor(bytes.length * share)))
      await assert.rejects(restoreFrom(cut, database, dataDir), { trouble: /damaged|not_a_backup/ })
    }
    const spoiled = Buffer.from(bytes)
    spoiled[Math.floor(bytes.length * 0.7)]! ^= 0x40
    await writeFile(join(folder, "spoiled"), spoiled)
    await assert.rejects(restoreFrom(join(folder, "spoiled"), database, dataDir), { trouble: /damaged|not_a_backup/ })

    await withClient(database.owner, async (client) => {
      for (const table of await tablesOf(client))
        assert.equal(await countOf(client, table), table.name === "installation" ? 1 : 0)
      assert.deepEqual(await pendingReactions(client), [])
    })
    assert.equal(await fileStore({ dataDir }).has(w.organisation, hash), false)
    // What was refused can be mended: the same place takes the whole one.
    assert.ok((await restoreFrom(path, database, dataDir)).rows > 0)
  })

  it("refuse what is not a backup", async () => {
    const text = join(folder, "text")
    await writeFile(text, "Bonjour")
    await assert.rejects(restoreFrom(text, await emptyDatabase(), folder), { trouble: "damaged" })
    await writeFile(text, zstdCompressSync(Buffer.alloc(4096, "Bonjour ")))
    await assert.rejects(restoreFrom(text, await emptyDatabase(), folder), { trouble: "not_a_backup" })
    await assert.rejects(restoreFrom(join(folder, "nowhere"), await emptyDatabase(), folder), { trouble: "not_found" })
  })

  it("refuse a backup whose migrations are not ours", async () => {
    await readBackup(path, async (manifest) => {
      const known = [jobsSchema(), ...(await migrations())]
      assert.equal(migrationsOf(manifest, known).length, known.length)
      const changed = known.with(-1, { ...known.at(-1)!, sql: "select 1" })
      assert.throws(() => migrationsOf(manifest, changed), { trouble: "other_migration" })
      assert.throws(() => migrationsOf(manifest, known.slice(0, -1)), { trouble: "newer" })
    })
  })

  it("do not write over a file, and keep theirs from others", async () => {
    await assert.rejects(write(path), { trouble: "already_there" })
    assert.equal((await stat(path)).mode & 0o777, 0o600)
  })
})
