import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type Served, served } from "../../../tests/served.ts"

describe("how many requests are taken", () => {
  let app: Served
  before(async () => {
    app = await served({ relay: false })
  })
  after(() => app.end())

  /** The answers to so many requests of one browser, by their state. */
  const asked = async (many: number, cookie: string) => {
    const states = new Map<number, number>()
    for (let at = 0; at < many; at += 50) {
      const some = Array.from({ length: 50 }, () =>
        fetch(`${app.url}/api/session.read`, { headers: cookie ? { cookie: `permanence=${cookie}` } : {} }),
      )
      for (const { status } of await Promise.all(some)) states.set(status, (states.get(status) ?? 0) + 1)
    }
    return states
  }

  it("are those of one telephone, not of a hall that has one address", async () => {
    for (const telephone of ["a", "b", "c"]) assert.equal((await asked(550, telephone)).get(429), undefined)
    assert.ok(((await asked(100, "a")).get(429) ?? 0) > 0)
  })

  it("are those of an address for whoever says nothing, and for doors that take codes", async () => {
    assert.ok(((await asked(1300, "")).get(429) ?? 0) > 0)
    let refused = 0
    for (let at = 0; at < 200; at++) {
      const answer = await fetch(`${app.url}/api/accounts.askLink`, {
        method: "POST",
        headers: { "content-type": "application/json", cookie: `permanence=other${at}` },
        body: JSON.stringify({ email: "nobody@lisle.example" }),
      })
      if (answer.status === 429) refused++
    }
    assert.ok(refused > 0)
  })
})
