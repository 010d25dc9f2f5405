import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type Served, served } from "../../../tests/served.ts"

describe("an invitation", () => {
  let s: Served
  before(async () => {
    s = await served()
  })
  after(() => s.end())

  it("arrives by mail, holds no secret, and lets its address ask for a link", async () => {
    const amina = await s.found()
    const bodyId = (await amina.get("session.read")).data.bodies[0].id
    const { data } = await amina.post("people.add", {
      bodyId,
      given_name: "Dario",
      family_name: "Lemmens",
      form: "m",
      membership: { ring: "member", since: "2026-01-01" },
      email: "dario@lisle.example",
    })
    const dario = s.visitor()
    await dario.post("accounts.askLink", { email: "dario@lisle.example" })
    assert.equal((await amina.post("accounts.invite", { personId: data.personId })).status, 200)
    let letters = await s.peer.messagesTo("dario@lisle.example")
    for (let tries = 0; letters.length === 0 && tries < 400; tries++) {
      await new Promise((done) => setTimeout(done, 25))
      letters = await s.peer.messagesTo("dario@lisle.example")
    }
    const [letter] = letters
    assert.equal(letter!.subject, "Votre accès à Les Rives")
    assert.match(letter!.text!, /Bonjour Dario,\s+Amina Belkacem vous ouvre/)
    assert.doesNotMatch(letter!.text!, /cle=/)
    await dario.post("accounts.askLink", { email: "dario@lisle.example" })
    const link = await s.linkTo("dario@lisle.example")
    assert.equal((await dario.post("accounts.openLink", { link })).status, 200)
    assert.equal((await dario.get("session.read")).data.person.name, "Dario Lemmens")
  })
})
