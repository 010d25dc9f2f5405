import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import type pg from "pg"
import { withClient } from "./bootstrap.ts"
import { testDatabase, type TestDatabase } from "./for-tests.ts"
import { migrationsIn } from "./migrate.ts"

const north = "00000000-0000-4000-8000-000000000001"
const south = "00000000-0000-4000-8000-000000000002"

const rooms = {
  module: "houses",
  name: "20261201-rooms",
  sql: `
    create table rooms (organisation_id uuid, id int, name text, primary key (organisation_id, id));
    select tenant('rooms');
    insert into rooms values ('${north}', 1, 'Salle du Nord'), ('${south}', 1, 'Salle du Sud');
  `,
}

let db: TestDatabase
before(async () => {
  db = await testDatabase([...(await migrationsIn(new URL("./migrations", import.meta.url), "kernel")), rooms])
})
after(() => db.drop())

const within = (organisation: string | undefined, act: (client: pg.Client) => Promise<void>) =>
  withClient(db.app, async (client) => {
    if (organisation) await client.query("select set_config('app.org', $1, false)", [organisation])
    return act(client)
  })

describe("the wall", () => {
  it("shows an organisation its own rows when the where is forgotten", () =>
    within(north, async (client) => {
      const { rows } = await client.query("select name from rooms")
      assert.deepEqual(rows, [{ name: "Salle du Nord" }])
    }))

  it("shows nothing when no organisation is named", () =>
    within(undefined, async (client) => {
      const { rows } = await client.query("select name from rooms")
      assert.deepEqual(rows, [])
    }))

  it("refuses a row written for another organisation", () =>
    within(north, async (client) => {
      await assert.rejects(client.query("insert into rooms values ($1, 2, 'Intrus')", [south]), /row-level security/)
    }))
})
