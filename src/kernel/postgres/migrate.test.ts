import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { testDatabase, type TestDatabase } from "./for-tests.ts"
import { migrate, migrationsIn } from "./migrate.ts"
import { withClient } from "./bootstrap.ts"

const rooms = { module: "houses", name: "20260101-rooms", sql: "create table rooms (id int primary key)" }
const doors = { module: "doors", name: "20260301-doors", sql: "create table doors (room int references rooms)" }

let db: TestDatabase
before(async () => {
  db = await testDatabase([])
})
after(() => db.drop())

describe("migrate", () => {
  it("applies by date whatever the order given, and once only", async () => {
    assert.deepEqual(await migrate(db.owner, [doors, rooms]), ["houses/20260101-rooms", "doors/20260301-doors"])
    assert.deepEqual(await migrate(db.owner, [doors, rooms]), [])
  })

  it("lets several processes start at once", async () => {
    const keys = { module: "doors", name: "20260401-keys", sql: "create table keys (id int)" }
    const applied = await Promise.all([1, 2, 3].map(() => migrate(db.owner, [rooms, doors, keys])))
    assert.deepEqual(applied.flat(), ["doors/20260401-keys"])
    await withClient(db.owner, (client) => client.query("delete from migrations where name = '20260401-keys'"))
  })

  it("stops when an applied migration has changed", async () => {
    await assert.rejects(migrate(db.owner, [{ ...rooms, sql: "select 1" }, doors]), { reason: "migration_changed" })
  })

  it("stops when an applied migration is gone", async () => {
    await assert.rejects(migrate(db.owner, [rooms]), /doors\/20260301-doors, que cette version/)
  })

  it("leaves nothing of a migration that fails", async () => {
    const bad = { module: "doors", name: "20260501-bad", sql: "create table half (id int); select nothing" }
    await assert.rejects(migrate(db.owner, [rooms, doors, bad]), /doors\/20260501-bad failed/)
    await withClient(db.owner, async (client) => {
      const { rows } = await client.query("select to_regclass('half') as half")
      assert.equal(rows[0].half, null)
    })
  })
})

describe("migrationsIn", () => {
  it("reads the files of a folder, and none of a folder that is not there", async () => {
    const found = await migrationsIn(new URL("./migrations", import.meta.url), "kernel")
    assert.equal(found[0]?.name, "20261122-wall")
    assert.match(found[0].sql, /create function tenant/)
    assert.deepEqual(await migrationsIn(new URL("./nowhere", import.meta.url), "kernel"), [])
  })
})
