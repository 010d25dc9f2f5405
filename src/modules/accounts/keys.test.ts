import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type Served, served } from "../../../tests/served.ts"

describe("an API key", () => {
  let s: Served
  let amina: ReturnType<Served["visitor"]>
  let bodyId: string
  before(async () => {
    s = await served()
    amina = await s.found()
    bodyId = (await amina.get("session.read")).data.bodies[0].id
  })
  after(() => s.end())

  const keyFor = async (input: object) => {
    const { data } = await amina.post("accounts.makeKey", { name: "Essai", ...input })
    return { id: data.keyId as string, as: { authorization: `Bearer ${data.key}` } }
  }
  const meeting = () => ({ bodyId, title: "Par une clé", day: "2027-05-21", at: "19:30" })
  const program = () => s.visitor()

  it("does what its person may, without a cookie or a command id", async () => {
    const { as } = await keyFor({})
    assert.equal(
      (await program().post("meetings.prepare", meeting(), { ...as, "x-command-id": "" })).code,
      "command_id_needed",
    )
    const response = await fetch(`${s.url}/api/meetings.prepare`, {
      method: "POST",
      headers: { ...as, "content-type": "application/json" },
      body: JSON.stringify(meeting()),
    })
    assert.equal(response.status, 200)
    const [event] = await s.sql("select via from events where name = 'meetings.prepared'")
    assert.equal(event.via, "key")
  })

  it("limited to a capability does nothing else, and reads nothing else", async () => {
    const { as } = await keyFor({ only: ["meetings.prepare"] })
    assert.equal((await program().post("meetings.prepare", meeting(), as)).status, 200)
    const [{ id }] = await s.sql("select id from people")
    assert.equal((await program().post("accounts.invite", { personId: id }, as)).code, "not_allowed")
    assert.equal((await program().get("meetings.list", {}, as)).status, 404)
  })

  it("is limited to what exists, chosen from a list in words", async () => {
    const { status } = await amina.post("accounts.makeKey", { name: "Essai", only: ["meetings.prepair"] })
    assert.equal(status, 422)
    const { data } = await amina.get("accounts.limits", { q: "preparer reunions" })
    assert.ok(
      data.some((one: { id: string }) => one.id === "meetings.prepare"),
      JSON.stringify(data),
    )
    for (const { id, name } of (await amina.get("accounts.limits")).data) assert.notEqual(name, id, "it has words")
  })

  it("never touches the account it belongs to", async () => {
    const { as } = await keyFor({})
    assert.equal((await program().get("accounts.read", {}, as)).status, 401)
    assert.equal((await program().post("accounts.makeKey", { name: "Une autre" }, as)).status, 401)
  })

  it("is nobody once revoked, after its day, or when its person has left", async () => {
    const lists = async (as: Record<string, string>) => (await program().get("meetings.list", {}, as)).status
    const [revoked, ended, left] = [await keyFor({}), await keyFor({}), await keyFor({})]
    assert.deepEqual([await lists(revoked.as), await lists(ended.as), await lists(left.as)], [200, 200, 200])
    await amina.post("accounts.revokeKey", { keyId: revoked.id })
    assert.equal(await lists(revoked.as), 401)
    await s.sql("update api_keys set expires_at = now() where id = $1", [ended.id])
    assert.equal(await lists(ended.as), 401)
    await s.sql("update people set left_on = current_date")
    assert.equal(await lists(left.as), 401)
    await s.sql("update people set left_on = null")
  })

  it("that is wrong is nobody, even beside a good cookie", async () => {
    const answer = await amina.get("meetings.list", {}, { authorization: "Bearer permanence_wrong" })
    assert.equal(answer.status, 401)
  })

  it("is kept as a hash", async () => {
    const { as } = await keyFor({})
    const [row] = await s.sql("select encode(key_hash, 'escape') as kept from api_keys order by id desc limit 1")
    assert.ok(!row.kept.includes(as.authorization.slice(18)))
  })
})
