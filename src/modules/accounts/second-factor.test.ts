import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { Secret, TOTP } from "otpauth"
import { type Served, served } from "../../../tests/served.ts"

describe("the second factor", () => {
  let s: Served
  let amina: ReturnType<Served["visitor"]>
  let codes: TOTP
  let recovery: string[]
  let bodyId: string
  before(async () => {
    s = await served()
    amina = await s.found()
    bodyId = (await amina.get("session.read")).data.bodies[0].id
    await s.sql("update functions set second_factor = true where key = 'administrative-secretary'")
  })
  after(() => s.end())

  const prepare = (visitor: ReturnType<Served["visitor"]>) =>
    visitor.post("meetings.prepare", { bodyId, title: "Bureau", day: "2027-05-21", at: "19:30" })
  const enter = async () => {
    await s.sql("delete from attempts")
    const browser = s.visitor()
    await browser.post("accounts.askLink", { email: "amina@lisle.example" })
    const { data } = await browser.post("accounts.openLink", { link: await s.linkTo("amina@lisle.example") })
    return { browser, needsFactor: data.needsFactor as boolean }
  }
  // A code serves once: each test takes the next one that is still accepted.
  const nextCode = async (offset = 0) => {
    await s.sql("update second_factors set last_step = null")
    return codes.generate({ timestamp: Date.now() + offset })
  }

  it("missing closes what a function demands it for, says so, and leaves the rest open", async () => {
    const refused = await prepare(amina)
    assert.deepEqual([refused.status, refused.code], [403, "second_factor_needed"])
    assert.equal((await amina.get("meetings.list")).status, 200)
    assert.deepEqual((await amina.get("session.read")).data.second_factor, {
      functions: ["Secrétaire administrative"],
      stands: false,
    })
  })

  it("counts for nothing until a code comes back from the phone", async () => {
    const { data } = await amina.post("accounts.proposeFactor", {})
    assert.ok(data.picture.path.startsWith("M"))
    codes = new TOTP({ secret: Secret.fromBase32(data.secret.replaceAll(" ", "")) })
    const wrong = codes.generate({ timestamp: Date.now() + 3_600_000 })
    assert.equal((await amina.post("accounts.confirmFactor", { code: wrong })).code, "accounts.wrong_factor")
    assert.equal((await prepare(amina)).code, "second_factor_needed")
    recovery = (await amina.post("accounts.confirmFactor", { code: codes.generate() })).data.recovery
    assert.equal(recovery.length, 8)
    assert.equal((await prepare(amina)).status, 200)
    assert.equal((await amina.get("session.read")).data.second_factor, null)
  })

  it("is asked of each new session, and opens with a code that then has served", async () => {
    const { browser, needsFactor } = await enter()
    assert.equal(needsFactor, true)
    assert.equal((await prepare(browser)).code, "second_factor_needed")
    const code = await nextCode()
    assert.equal((await browser.post("accounts.giveFactor", { code })).status, 200)
    assert.equal((await prepare(browser)).status, 200)
    const { browser: thief } = await enter()
    assert.equal((await thief.post("accounts.giveFactor", { code })).code, "accounts.factor_used")
  })

  it("opens with a recovery code, once", async () => {
    const [first, second] = [(await enter()).browser, (await enter()).browser]
    const code = recovery[0]!.toLowerCase().replace("-", " ")
    assert.equal((await first.post("accounts.giveFactor", { code })).status, 200)
    assert.equal((await second.post("accounts.giveFactor", { code })).code, "accounts.wrong_factor")
    assert.equal((await first.get("accounts.read")).data.code.recovery_left, 7)
  })

  it("cannot be guessed: ten tries in a quarter of an hour", async () => {
    const { browser } = await enter()
    const seen = new Set<string | undefined>()
    for (let tries = 0; tries < 11; tries++)
      seen.add((await browser.post("accounts.giveFactor", { code: "WRONG" })).code)
    assert.deepEqual([...seen], ["accounts.wrong_factor", "accounts.too_many_attempts"])
  })

  it("protects itself: a session without it cannot take it away, nor make keys", async () => {
    const { browser } = await enter()
    for (const [act, input] of [
      ["accounts.removeFactor", {}],
      ["accounts.renewRecovery", {}],
      ["accounts.proposePasskey", {}],
      ["accounts.makeKey", { name: "Essai" }],
    ] as const)
      assert.equal((await browser.post(act, input)).code, "accounts.second_factor_first", act)
  })

  it("is kept encrypted: a copy of the database makes no codes", async () => {
    const [row] = await s.sql("select secret from second_factors")
    assert.match(row.secret, /^v1\./)
    assert.ok(!row.secret.includes(codes.secret.base32))
  })
})
