import assert from "node:assert/strict"
import { afterEach, beforeEach, describe, it } from "node:test"
import { type Served, served } from "../../../tests/served.ts"
import { offerClaim } from "./claim.ts"
import type { LoadExample } from "./example.ts"

// A short story in place of eighteen months of meetings: founded by the door of the product, told month by month on a sign.
let s: Served
let code: string
let next: (outcome?: Error) => void
let begun: number

const story: LoadExample = async (_given, tell) => {
  begun++
  for (const [done, month] of ["2025-01-01", "2025-02-01"].entries()) {
    tell?.({ month, done, of: 2 })
    const outcome = await new Promise<Error | undefined>((resolve) => (next = resolve))
    if (outcome) throw outcome
  }
  const [person] = await s.sql("select organisation_id, id from people")
  return { organisation: person.organisation_id, personId: person.id }
}

beforeEach(async () => {
  s = await served({ relay: false })
  await s.found()
  // Somebody to look around as; and a door that is still closed.
  await s.sql("update installation set claimed_at = null")
  await s.sql("create table kept as select * from accounts")
  await s.sql("create table kept_accesses as select * from accesses")
  await s.sql("truncate accounts cascade")
  code = String(await offerClaim(s.application.db))
  await s.sql("insert into accounts select * from kept")
  await s.sql("insert into accesses select * from kept_accesses")
  begun = 0
  s.application.equipment.loadExample = story
})
afterEach(() => s.end())

const settled = () => new Promise((resolve) => setImmediate(resolve))

describe("accounts.takeExample", () => {
  it("is refused without the opening code, and begins nothing", async () => {
    const answer = await s.visitor().post("accounts.takeExample", { code: "000-000-000" })
    assert.equal(answer.status, 403)
    assert.equal(begun, 0)
  })

  it("says month by month how far it has come, begins once however often it is asked, then opens the door", async () => {
    const visitor = s.visitor()
    const ask = async () => (await visitor.post("accounts.takeExample", { code })).data
    await ask()
    assert.deepEqual(await ask(), { state: "loading", month: "2025-01-01", done: 0, of: 2 })
    next()
    await settled()
    assert.deepEqual(await ask(), { state: "loading", month: "2025-02-01", done: 1, of: 2 })
    next()
    for (let tries = 0; (await ask())?.state !== "ready"; tries++) assert.ok(tries < 5000)
    assert.equal(begun, 1)
    assert.equal((await visitor.get("session.read")).data.state, "signed_in")
    assert.equal((await s.visitor().post("accounts.takeExample", { code })).status, 403, "the code served once")
  })

  it("opens the door too for whoever comes back after the process that wrote has gone", async () => {
    const visitor = s.visitor()
    await visitor.post("accounts.takeExample", { code })
    for (const _month of [1, 2]) {
      next()
      await settled()
    }
    while (!(await s.sql("select from installation where example_visitor is not null")).length) await settled()
    // Nothing of it is in the memory of a process: what it would know anew is in the database.
    assert.equal((await visitor.post("accounts.takeExample", { code })).data.state, "ready")
    assert.equal((await visitor.post("accounts.takeExample", { code })).status, 403, "once")
  })

  it("knows the browser: the next visit from it is not a new device's", async () => {
    const visitor = s.visitor()
    await visitor.post("accounts.takeExample", { code })
    for (const _month of [1, 2]) {
      next()
      await settled()
    }
    while ((await visitor.post("accounts.takeExample", { code })).data.state !== "ready") await settled()
    await visitor.post("accounts.signOut", {})
    const enter = async (who: typeof visitor) => {
      s.printed.length = 0
      await who.post("accounts.askLink", { email: "amina@lisle.example" })
      while (!/cle=[\w-]+/.test(s.printed.join())) await settled()
      const link = /cle=([\w-]+)/.exec(s.printed.join())![1]!
      assert.equal((await who.post("accounts.openLink", { link })).status, 200)
      return s.sql("select device_hash from devices")
    }
    assert.equal((await enter(visitor)).length, 1)
    assert.equal((await enter(s.visitor())).length, 2, "another browser is another device")
  })

  it("gives the code back when the story breaks, and can be begun again", async () => {
    await s.sql("truncate accounts cascade")
    const visitor = s.visitor()
    await visitor.post("accounts.takeExample", { code })
    next(new Error("the story breaks"))
    for (let tries = 0; (await visitor.post("accounts.takeExample", { code })).status !== 500; tries++)
      assert.ok(tries < 5000)
    assert.equal((await visitor.post("accounts.takeExample", { code })).data.state, "loading")
    assert.equal(begun, 2)
    next()
  })
})
