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
  "installation",
  "passkeys",
  "recovery_codes",
  "second_factors",
  "sessions",
  "sign_ins",
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
