import assert from "node:assert/strict"
import { readFile } from "node:fs/promises"
import { after, before, describe, it } from "node:test"
import { sql } from "kysely"
import { type World, world } from "../../../tests/world.ts"

const tables = [
  "accounts",
  "accesses",
  "sessions",
  "sign_ins",
  "attempts",
  "second_factors",
  "recovery_codes",
  "passkeys",
  "challenges",
  "devices",
  "api_keys",
  "installation",
]

describe("the tables of accounts", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  for (const table of tables)
    it(`${table} is closed to the application, which asks at the doors`, async () => {
      for (const statement of [`select * from ${table}`, `delete from ${table}`])
        await assert.rejects(
          w.look((tx) => sql.raw(statement).execute(tx)),
          /permission denied/,
        )
    })

  it("has doors that run as the owner, with a fixed search path, closed to everybody else", async () => {
    const names = (await readFile(new URL("./migrations/20261122-doors.sql", import.meta.url), "utf8")).matchAll(
      /^create function (\w+)/gm,
    )
    const ours = [...names].map(([, name]) => name).filter((name) => name !== "doors")
    assert.ok(ours.length > 30)
    const { rows } = await sql<{ name: string; fixed: boolean; open: boolean }>`
      select p.proname as name, coalesce(p.proconfig::text like '%search_path=pg_catalog, public, pg_temp%', false) as fixed,
             p.proacl is null or exists (select from aclexplode(p.proacl) where grantee = 0) as open
        from pg_proc p where p.pronamespace = 'public'::regnamespace and p.proname = any(${ours}) and p.prosecdef`.execute(
      w.db,
    )
    assert.equal(rows.length, ours.length)
    assert.deepEqual(
      rows.filter(({ fixed, open }) => !fixed || open),
      [],
    )
  })
})
