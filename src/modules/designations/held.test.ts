import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type DesignationsWorld, designationsWorld } from "../../../tests/designations-world.ts"
import { heldOf } from "../../kernel/held-of.ts"
import type { Actor } from "../../kernel/rule.ts"
import { waitingFor } from "../../kernel/waiting.ts"
import { endOffice } from "../offices/end.ts"
import { erasePerson } from "../privacy/erasure/erase.ts"

let c: DesignationsWorld
let w: DesignationsWorld["w"]
before(async () => {
  c = await designationsWorld()
  w = c.w
})
after(() => w.end())

const erased = async ({ personId }: Actor) => {
  const past = { since: Temporal.PlainDate.from("2026-01-01"), until: Temporal.PlainDate.from("2026-04-30") }
  await w.look((db) => db.updateTable("mandates").set(past).where("person_id", "=", personId!).execute())
  await w.look((db) => db.updateTable("offices").set(past).where("person_id", "=", personId!).execute())
  await w.do(erasePerson, { personId }, await w.holding(["privacy.manage"]))
}
const components = {
  method: "dhondt",
  lines: [
    { name: "Verts", weight: 2 },
    { name: "Citoyens", weight: 1 },
  ],
}

describe("what is held of a designation", () => {
  it("is read by who is put forward, component and reason; erased, they leave a list that is not done, and stay nameless in one that is", async () => {
    const designationId = await c.decided({}, [c.put(c.lea, "Verts"), c.put(c.hugo, "Verts")])
    await c.key(designationId, "components", components)
    await c.done(designationId, { despite: "Léa seule avait le temps." })
    const other = await c.listed({}, [c.put(c.lea, "Verts"), c.put(c.zoe)])
    const { groups } = await w.look((db) => heldOf(c.lea.personId!, { db, held: w.equipment.held }))
    const notes = JSON.stringify(groups.flatMap(({ lines }) => lines))
    for (const said of ["CPAS de Lisle", "Verts", "Léa seule avait le temps."]) assert.ok(notes.includes(said), said)

    await erased(c.lea)
    const page = await c.read(designationId)
    assert.equal(page.people.length, 2)
    assert.equal(page.people.find(({ person_id }) => person_id === c.lea.personId)!.component, null)
    assert.ok(!JSON.stringify(page).includes("avait le temps"))
    assert.deepEqual(
      (await c.read(other)).people.map(({ person_id }) => person_id),
      [c.zoe.personId],
    )
  })
})

describe("what waits in a designation", () => {
  const waits = async (designationId: string, actor = w.people.amina) => {
    const all = await w.look((db) => waitingFor({ ...w.equipment, actor, db, now: w.now }))
    return all.filter(({ at }) => at.endsWith(designationId)).map(({ key }) => key)
  }

  it("is to finish it when its first day comes near, and a seat that a substitute may follow in", async () => {
    assert.deepEqual(await waits(await c.prepared({ since: "2026-07-01" })), [])
    const designationId = await c.decided({ institutionId: c.water, since: "2026-05-10" }, [
      c.put(c.hugo),
      c.put(c.zoe),
      c.put(c.noe, null, "substitute"),
    ])
    assert.deepEqual(await waits(designationId), ["designations.waiting.soon"])
    assert.deepEqual(await waits(designationId, w.people.dario), [])
    await c.done(designationId, { despite: "Un siège attend." })
    assert.deepEqual(await waits(designationId), [])
    const [hugo] = (await c.read(designationId)).people
    await w.do(endOffice, { officeId: hugo!.office_id, until: "2026-06-30" }, w.people.amina)
    assert.deepEqual(await waits(designationId), ["designations.waiting.vacant"])
  })
})
