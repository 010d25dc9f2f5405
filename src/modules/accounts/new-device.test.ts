import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type Served, served } from "../../../tests/served.ts"

const address = "amina@lisle.example"
const subject = "Un nouvel appareil est entré avec votre adresse"
const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"

describe("a new device", () => {
  let s: Served
  let amina: ReturnType<Served["visitor"]>
  before(async () => {
    s = await served()
    amina = await s.found()
  })
  after(() => s.end())

  const enter = async (visitor: ReturnType<Served["visitor"]>) => {
    await visitor.post("accounts.askLink", { email: address })
    const link = await s.linkTo(address)
    assert.equal((await visitor.post("accounts.openLink", { link }, { "user-agent": firefox })).status, 200)
  }
  const letters = async (atLeast: number) => {
    for (let tries = 0; ; tries++) {
      const found = (await s.peer.messagesTo(address)).filter((one) => one.subject === subject)
      if (found.length >= atLeast || tries > 400) return found
      await new Promise((done) => setTimeout(done, 25))
    }
  }

  it("is told to the address of the account, and a known one is not", async () => {
    const other = s.visitor()
    await enter(other)
    const [letter] = await letters(1)
    assert.match(letter!.text!, /Firefox, Linux/)
    assert.doesNotMatch(letter!.text!, /cle=/, "it lets nobody in")
    await other.post("accounts.signOut", {})
    await enter(other)
    await enter(amina)
    await enter(s.visitor())
    assert.equal((await letters(2)).length, 2, "one for each new device, none for the two known ones")
  })
})

describe("letters of accounts to people of the example", () => {
  let s: Served
  before(async () => {
    s = await served()
    await s.found()
    await s.sql(`update organisations set settings = '{"example": true}'`)
  })
  after(() => s.end())

  it("never reach a relay: the link is printed in the terminal, and so is the invitation", async () => {
    const amina = s.visitor()
    await amina.post("accounts.askLink", { email: address })
    for (let tries = 0; tries < 200 && !s.printed.join().includes("cle="); tries++)
      await new Promise((done) => setTimeout(done, 25))
    const link = /cle=([\w-]+)/.exec(s.printed.join())![1]!
    assert.equal((await amina.post("accounts.openLink", { link })).status, 200)
    const [{ id }] = await s.sql("select id from people")
    assert.equal((await amina.post("accounts.invite", { personId: id })).status, 200)
    for (let tries = 0; tries < 400 && !s.printed.join().includes("Votre accès"); tries++)
      await new Promise((done) => setTimeout(done, 25))
    assert.match(s.printed.join(), /Votre accès/)
    assert.deepEqual(await s.peer.messagesTo(address), [])
  })
})
