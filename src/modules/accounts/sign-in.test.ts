import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type Served, served } from "../../../tests/served.ts"
import { offerClaim } from "./claim.ts"

describe("sign-in by a link", () => {
  let s: Served
  before(async () => {
    s = await served()
    await s.found()
  })
  after(() => s.end())

  const forgetAttempts = () => s.sql("delete from attempts")
  const asked = async (email = "amina@lisle.example") => {
    await forgetAttempts()
    const browser = s.visitor()
    const { data } = await browser.post("accounts.askLink", { email })
    return { browser, code: data.code as string, link: await s.linkTo(email) }
  }
  const stateOf = async (visitor: ReturnType<Served["visitor"]>) => (await visitor.get("session.read")).data.state

  it("opens in the browser that asked, once", async () => {
    const { browser, link } = await asked()
    assert.equal((await browser.post("accounts.lookLink", { link })).data.state, "here")
    assert.equal((await browser.post("accounts.openLink", { link })).status, 200)
    assert.equal(await stateOf(browser), "signed_in")
    const again = await browser.post("accounts.openLink", { link })
    assert.deepEqual([again.status, again.code], [403, "accounts.link_gone"])
  })

  it("is not used up by looking at it", async () => {
    const { browser, link } = await asked()
    for (let scan = 0; scan < 6; scan++) {
      await fetch(`${s.url}/entrer/lien?cle=${link}`)
      await s.visitor().post("accounts.lookLink", { link })
    }
    assert.equal((await browser.post("accounts.openLink", { link })).status, 200)
  })

  it("asks another browser for the code shown where it was asked for", async () => {
    const { browser, link, code } = await asked()
    const phone = s.visitor()
    assert.equal((await phone.post("accounts.lookLink", { link })).data.state, "elsewhere")
    assert.equal((await phone.post("accounts.openLink", { link })).code, "accounts.wrong_link_code")
    assert.equal(await stateOf(phone), "signed_out")
    assert.equal((await phone.post("accounts.openLink", { link, code })).status, 200)
    assert.equal(await stateOf(phone), "signed_in")
    assert.equal(await stateOf(browser), "signed_out")
  })

  it("is lost after five wrong codes, even for the right one", async () => {
    const { browser, link, code } = await asked()
    const thief = s.visitor()
    const wrong = code === "000000" ? "111111" : "000000"
    for (let tries = 0; tries < 4; tries++)
      assert.equal((await thief.post("accounts.openLink", { link, code: wrong })).code, "accounts.wrong_link_code")
    assert.equal((await thief.post("accounts.openLink", { link, code: wrong })).code, "accounts.link_gone")
    assert.equal((await thief.post("accounts.openLink", { link, code })).code, "accounts.link_gone")
    assert.equal((await browser.post("accounts.openLink", { link })).code, "accounts.link_gone")
  })

  it("ends after fifteen minutes", async () => {
    const { browser, link } = await asked()
    await s.sql("update sign_ins set expires_at = expires_at - interval '15 minutes'")
    assert.equal((await browser.post("accounts.openLink", { link })).code, "accounts.link_gone")
  })

  it("answers the same whether the address is known or not, and writes only to known ones", async () => {
    await forgetAttempts()
    const letters = await s.peer.count()
    const [known, unknown] = [s.visitor(), s.visitor()]
    const answers = [
      await known.post("accounts.askLink", { email: "amina@lisle.example" }),
      await unknown.post("accounts.askLink", { email: "nobody@lisle.example" }),
    ]
    for (const { status, data } of answers) {
      assert.equal(status, 200)
      assert.deepEqual(Object.keys(data), ["code", "minutes"])
      assert.match(data.code, /^\d{6}$/)
    }
    assert.deepEqual([...known.cookies.keys()], [...unknown.cookies.keys()])
    await s.linkTo("amina@lisle.example")
    assert.ok((await s.peer.count()) - letters <= 1)
    assert.deepEqual(await s.peer.messagesTo("nobody@lisle.example"), [])
    // The same rows are written, so that the same work is done.
    const [rows] = await s.sql("select count(*)::int as n from sign_ins where account_id is null")
    assert.ok(rows.n >= 1)
  })

  it("answers before the relay does, which would tell a known address by its slowness", async () => {
    await forgetAttempts()
    await s.sql("update accounts set email = 'slow.amina@lisle.example'")
    const times: number[] = []
    for (const email of ["slow.amina@lisle.example", "nobody@lisle.example"]) {
      const started = performance.now()
      await s.visitor().post("accounts.askLink", { email })
      times.push(performance.now() - started)
    }
    await s.sql("update accounts set email = 'amina@lisle.example'")
    // The relay takes two seconds for this address.
    assert.ok(Math.abs(times[0]! - times[1]!) < 1000, times.join(" / "))
  })

  it("is limited for each address, known or not, in whatever capitals", async () => {
    for (const email of ["amina@lisle.example", "nobody@lisle.example"]) {
      await forgetAttempts()
      const statuses: number[] = []
      for (let tries = 0; tries < 6; tries++) {
        const typed = tries % 2 ? email : email.toUpperCase()
        statuses.push((await s.visitor().post("accounts.askLink", { email: typed })).status)
      }
      assert.deepEqual(statuses, [200, 200, 200, 200, 200, 429])
    }
    await forgetAttempts()
  })

  it("leaves no session to a person who has left, nor a link", async () => {
    const { browser, link } = await asked()
    await browser.post("accounts.openLink", { link })
    assert.equal(await stateOf(browser), "signed_in")
    await s.sql("update people set left_on = current_date")
    assert.equal(await stateOf(browser), "signed_out")
    assert.equal((await browser.get("accounts.read")).status, 401)
    await forgetAttempts()
    assert.equal((await s.visitor().post("accounts.askLink", { email: "amina@lisle.example" })).status, 200)
    const [row] = await s.sql("select account_id from sign_ins order by id desc limit 1")
    assert.equal(row.account_id, null)
    await s.sql("update people set left_on = null")
  })

  it("keeps nothing in the database that would open anything", async () => {
    const { browser, link, code } = await asked()
    const [row] = await s.sql("select * from sign_ins order by id desc limit 1")
    const kept = JSON.stringify(row, (_key, value) =>
      value?.type === "Buffer" ? Buffer.from(value.data).toString("latin1") : value,
    )
    for (const secret of [link, code, ...browser.cookies.values()]) assert.ok(!kept.includes(secret))
    const [jobs] = await s.sql("select count(*)::int as n from pgboss.job where data::text like '%' || $1 || '%'", [
      link,
    ])
    assert.equal(jobs.n, 0)
  })
})

describe("sessions", () => {
  let s: Served
  before(async () => {
    s = await served({ relay: false })
  })
  after(() => s.end())

  it("are listed with their device, and ended one by one or all but this one", async () => {
    const amina = await s.found()
    const enter = async () => {
      const browser = s.visitor()
      await browser.post("accounts.askLink", { email: "amina@lisle.example" })
      for (let tries = 0; !s.printed.some((line) => line.includes("cle=")) && tries < 100; tries++)
        await new Promise((done) => setTimeout(done, 20))
      // Without a relay, on loopback, the link is in the terminal.
      const link = /cle=([\w-]+)/.exec(s.printed.splice(0).join("\n"))![1]!
      await browser.post("accounts.openLink", { link }, { "user-agent": "Mozilla/5.0 (Android 16) Firefox/140.0" })
      return browser
    }
    const [phone, other] = [await enter(), await enter()]
    const { data } = await amina.get("accounts.read")
    assert.equal(data.sessions.length, 3)
    assert.equal(data.sessions.filter((one: { current: boolean }) => one.current).length, 1)
    const { id } = (await phone.get("accounts.read")).data.sessions.find((one: { current: boolean }) => one.current)
    assert.equal(data.sessions.find((one: { id: string }) => one.id === id).browser, "Firefox")
    await amina.post("accounts.endSession", { sessionId: id })
    assert.equal((await phone.get("accounts.read")).status, 401)
    assert.deepEqual((await amina.post("accounts.endOtherSessions", {})).data, { ended: 1 })
    assert.equal((await other.get("accounts.read")).status, 401)
    assert.equal((await amina.get("accounts.read")).status, 200)
  })
})

describe("the first visit", () => {
  let s: Served
  before(async () => {
    s = await served()
  })
  after(() => s.end())

  it("is limited in its guesses, and open to nobody once it has served", async () => {
    const statuses: number[] = []
    for (let tries = 0; tries < 10; tries++)
      statuses.push((await s.visitor().post("accounts.checkClaim", { code: `000 000 00${tries}` })).status)
    assert.deepEqual([...new Set(statuses)], [403])
    await s.sql("update attempts set count = 30")
    assert.equal(
      (await s.visitor().post("accounts.checkClaim", { code: "000-000-000" })).code,
      "accounts.too_many_attempts",
    )
    await s.sql("delete from attempts")
    await s.found()
    await assert.rejects(s.found(), /accounts.wrong_code/)
  })
})

describe("accounts.claim", () => {
  it("gives whoever founds the function they chose, not the usual one", async () => {
    const s = await served()
    try {
      const visitor = s.visitor()
      await visitor.post("accounts.claim", {
        code: await offerClaim(s.application.db),
        organisation: "Groupe Les Rives",
        body: { name: "Groupe Les Rives", code: "GRL", profile: "fr-regional-group" },
        person: {
          given_name: "Rose",
          family_name: "Jacquemin",
          form: "f",
          email: "rose@rives.example",
          function: "president",
        },
      })
      const held = await s.sql("select f.key from mandates m join functions f on f.id = m.function_id")
      assert.deepEqual(held, [{ key: "president" }])
    } finally {
      await s.end()
    }
  })
})
