import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { migrations } from "./application.ts"
import { jobsSchema } from "./kernel/job.ts"
import { withClient } from "./kernel/postgres/bootstrap.ts"
import { testDatabase, type TestDatabase } from "./kernel/postgres/for-tests.ts"
import { notOfAnOrganisation, wallBreaches } from "./kernel/postgres/wall.ts"

// One account may be several persons, one per organisation: sign-in happens before an organisation is chosen.
const ofTheInstallation = [
  "accesses",
  "accounts",
  "api_keys",
  "attempts",
  "challenges",
  "devices",
  "installation",
  "passkeys",
  "recovery_codes",
  "second_factors",
  "sessions",
  "sign_ins",
  // Official places and their outlines, the same for everybody: docs/decisions/0016.
  "contours",
  "territories",
]

let db: TestDatabase
before(async () => {
  db = await testDatabase([jobsSchema(), ...(await migrations())])
})
after(() => db.drop())

describe("the tables of every module", () => {
  it("leave no hole in the wall between organisations", async () =>
    assert.deepEqual(await wallBreaches(db.owner, [...notOfAnOrganisation, ...ofTheInstallation]), []))

  it("let the workers list every organisation, and nobody else", async () => {
    await withClient(db.owner, (client) =>
      client.query("insert into organisations (id, name) values (gen_random_uuid(), 'Les Rives')"),
    )
    await withClient(db.app, async (client) => {
      assert.equal((await client.query("select * from all_organisations()")).rowCount, 1)
      assert.equal((await client.query("select * from organisations")).rowCount, 0)
    })
  })
})

describe("the functions that have the rights of the owner", () => {
  // pg_proc.proconfig holds `search_path=pg_catalog, public, pg_temp`; unnamed, pg_temp is searched first.
  it("look for their tables where nobody can slip one in", async () => {
    const { rows } = await withClient(db.owner, (client) =>
      client.query<{ name: string; path: string | null }>(
        `select p.oid::regprocedure::text as name, array_to_string(p.proconfig, '; ') as path
           from pg_proc p join pg_namespace n on n.oid = p.pronamespace
          where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')`,
      ),
    )
    assert.ok(rows.length > 40, "the doors of sign-in are among them")
    assert.deepEqual(
      rows.filter(({ path }) => !/search_path=[^;]*\bpg_temp(;|$)/.test(path ?? "")),
      [],
    )
  })

  it("are called by the application alone", async () => {
    const { rows } = await withClient(db.owner, (client) =>
      client.query(
        `select p.oid::regprocedure::text as name from pg_proc p
          where p.prosecdef and p.pronamespace = 'public'::regnamespace and has_function_privilege('public', p.oid, 'execute')`,
      ),
    )
    assert.deepEqual(rows, [])
  })
})
