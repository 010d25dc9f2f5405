import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import type pg from "pg"
import { withClient } from "./bootstrap.ts"
import { testDatabase, type TestDatabase } from "./for-tests.ts"
import { fillScene, north, searchScene, south } from "./search-scene.ts"

const rows = 200_000

let db: TestDatabase
before(async () => {
  db = await testDatabase(await searchScene())
  await withClient(db.owner, (client) => fillScene(client, rows))
})
after(() => db.drop())

const found = "select id from papers where organisation_id = current_org() and words @@ fr_query('budgets école')"

describe(`text search behind the wall, in ${rows} papers`, () => {
  it("uses the index in a function of the owner, who is past the wall", () =>
    asNorth(db.owner, async (client) => {
      assert.match(await plan(client, found), /Bitmap Index Scan on papers_words/)
      assert.ok((await pagesRead(client, "select * from search_papers('budgets école', 20)")) < 1000)
    }))

  it("gives the application what it finds without reading the table", () =>
    asNorth(db.app, async (client) => {
      const { rowCount } = await client.query("select * from search_papers('budgets école', 500)")
      assert.equal(rowCount, rows / 2 / 1000)
      assert.ok((await pagesRead(client, "select * from search_papers('budgets école', 20)")) < 1000)
    }))

  // Why the function exists. The day this fails, PostgreSQL has learnt to trust text operators, and it may go.
  it("would not use it in a plain question of the application", () =>
    asNorth(db.app, async (client) => {
      const text = await plan(client, "select id from papers where words @@ fr_query('budgets école')")
      assert.doesNotMatch(text, /Index Cond:.*words/)
    }))

  it("finds nothing of another organisation, nor without one", async () => {
    await asNorth(db.app, async (client) => {
      const { rows: crossing } = await client.query(
        "select id from search_papers('budgets école', 500) where id not in (select id from papers)",
      )
      assert.deepEqual(crossing, [])
      await client.query("select set_config('app.org', $1, false)", [south])
      const there = await client.query("select * from search_papers('budgets école', 500)")
      assert.equal(there.rowCount, 0, "only the papers of the north speak of it")
      await client.query("select set_config('app.org', '', false)")
      const nowhere = await client.query("select * from search_papers('budgets école', 500)")
      assert.equal(nowhere.rowCount, 0)
    })
  })
})

const asNorth = (role: pg.PoolConfig, act: (client: pg.Client) => Promise<void>) =>
  withClient(role, async (client) => {
    await client.query("select set_config('app.org', $1, false)", [north])
    await act(client)
  })

async function plan(client: pg.Client, sql: string) {
  const { rows: lines } = await client.query<{ "QUERY PLAN": string }>(`explain ${sql}`)
  return lines.map((line) => line["QUERY PLAN"]).join("\n")
}

/** Pages of 8 kB touched: the papers fill some thousands, whatever the machine. */
async function pagesRead(client: pg.Client, sql: string) {
  const { rows: lines } = await client.query(`explain (analyze, buffers, format json) ${sql}`)
  const top = lines[0]["QUERY PLAN"][0].Plan
  return top["Shared Hit Blocks"] + top["Shared Read Blocks"]
}
