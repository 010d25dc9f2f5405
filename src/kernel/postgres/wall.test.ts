import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import type pg from "pg"
import { withClient } from "./bootstrap.ts"
import { testDatabase, type TestDatabase } from "./for-tests.ts"
import { migrationsIn } from "./migrate.ts"
import { wallBreaches } from "./wall.ts"

const north = "00000000-0000-4000-8000-000000000001"
const south = "00000000-0000-4000-8000-000000000002"

const rooms = {
  module: "houses",
  name: "20261201-rooms",
  sql: `
    create table rooms (organisation_id uuid, id int, name text, primary key (organisation_id, id));
    select tenant('rooms');
    create table doors (organisation_id uuid, id int, room_id int, primary key (organisation_id, id),
      foreign key (organisation_id, room_id) references rooms);
    select tenant('doors');
    insert into rooms values ('${north}', 1, 'Salle du Nord'), ('${south}', 1, 'Salle du Sud'), ('${south}', 2, 'Cave');
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
    await act(client)
  })

describe("the wall", () => {
  it("shows an organisation its own rows when the where is forgotten", () =>
    within(north, async (client) => {
      const { rows } = await client.query("select name from rooms")
      assert.deepEqual(rows, [{ name: "Salle du Nord" }])
    }))

  it("changes and deletes its own rows only when the where is forgotten", () =>
    within(north, async (client) => {
      await client.query("begin")
      assert.equal((await client.query("update rooms set name = 'x'")).rowCount, 1)
      assert.equal((await client.query("delete from rooms")).rowCount, 1)
      await client.query("rollback")
    }))

  it("shows nothing when no organisation is named", () =>
    within(undefined, async (client) => {
      const { rows } = await client.query("select name from rooms")
      assert.deepEqual(rows, [])
    }))

  it("refuses a row written for another organisation", () =>
    within(north, async (client) => {
      await assert.rejects(client.query("insert into rooms values ($1, 2, 'Intrus')", [south]), /row-level security/)
      await assert.rejects(client.query("update rooms set organisation_id = $1", [south]), /row-level security/)
    }))

  it("lets no foreign key reach a row of another organisation", () =>
    within(north, async (client) => {
      await assert.rejects(
        client.query("insert into doors values ($1, 1, 2)", [north]),
        /doors_organisation_id_room_id_fkey/,
      )
    }))

  it("lets the application put no table of its own before ours", () =>
    within(north, async (client) => {
      await assert.rejects(client.query("create temporary table rooms (id int)"), /permission denied/)
      await assert.rejects(client.query("create table public.mine (id int)"), /permission denied/)
    }))

  it("gives the functions that work for everyone every organisation", () =>
    withClient(db.owner, async (client) => {
      const { rows } = await client.query("select count(*)::int as count from rooms")
      assert.deepEqual(rows, [{ count: 3 }])
    }))
})

describe("wallBreaches", () => {
  it("finds none in what is made as the README says", async () => assert.deepEqual(await wallBreaches(db.owner), []))

  for (const [hole, sql, sentence] of [
    ["a table without organisation", "create table loose (id int primary key)", "loose has no organisation_id"],
    [
      "a key that does not begin with it",
      "create table loose (organisation_id uuid, id int primary key); select tenant('loose')",
      "loose: its primary key does not begin with organisation_id",
    ],
    [
      "a forgotten tenant()",
      "create table loose (organisation_id uuid, id int, primary key (organisation_id, id))",
      "loose has no row-level security",
    ],
    [
      "a table without FORCE",
      "alter table rooms no force row level security",
      "rooms does not force row-level security",
    ],
    ["a missing policy", "drop policy wall on rooms", "rooms has no policy that walls it"],
    [
      "a policy that lets more through",
      "create policy open on rooms for select using (name like 'S%')",
      "rooms: the policy open lets more through",
    ],
    [
      "an owner who sees nothing",
      "drop policy keeper on rooms",
      "rooms: its owner sees nothing, nor do the functions that work for everyone; add the policy keeper",
    ],
    [
      "a foreign key across organisations",
      "delete from doors; alter table rooms add unique (id, name); alter table doors add name text, add constraint crossing foreign key (room_id, name) references rooms (id, name)",
      "doors: the foreign key crossing does not carry organisation_id",
    ],
    [
      "a view that runs as its owner",
      "create view all_rooms as select * from rooms; grant select on all_rooms to permanence_app",
      "all_rooms: a view the application may read without security_invoker",
    ],
    [
      "a function whose search path is the caller's",
      "create function f() returns int language sql security definer return 1; revoke all on function f() from public",
      "f(): runs as its owner without a search_path of its own",
    ],
    [
      "a function anybody may run as its owner",
      "create function f() returns int language sql security definer set search_path = public return 1",
      "f(): runs as its owner for whoever calls it; revoke it from public",
    ],
    [
      "an open table of no organisation",
      "grant select on migrations to permanence_app",
      "migrations belongs to no organisation and is open to the application",
    ],
  ] as const)
    it(`finds ${hole}`, async () => {
      const other = await testDatabase([
        ...(await migrationsIn(new URL("./migrations", import.meta.url), "kernel")),
        rooms,
      ])
      await withClient(other.owner, (client) => client.query(sql))
      const breaches = await wallBreaches(other.owner)
      await other.drop()
      assert.ok(breaches.includes(sentence), `found only: ${breaches.join("; ")}`)
    })
})
