import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { trio } from "../../../tests/trio.ts"
import { type World, world } from "../../../tests/world.ts"
import { changeMatter } from "./change.ts"
import { closeMatter, reopenMatter } from "./close.ts"
import { openMatter } from "./open.ts"
import { listMatters, readMatter } from "./reads.ts"

describe("matters", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const opened = async (more = {}, actor = w.people.amina) =>
    (await w.do(openMatter, { bodyId: w.lisle, title: "Place du Marché", ...more }, actor)).matterId
  const closed = async () => {
    const matterId = await opened()
    await w.do(closeMatter, { matterId }, w.people.amina)
    return matterId
  }

  trio(
    () => w,
    [
      {
        command: changeMatter,
        capability: "matters.manage",
        input: async () => ({ matterId: await opened(), title: "Autre" }),
      },
      { command: closeMatter, capability: "matters.manage", input: async () => ({ matterId: await opened() }) },
      { command: reopenMatter, capability: "matters.manage", input: async () => ({ matterId: await closed() }) },
    ],
  )

  it("are opened by any member, who leads them and keeps their standing", async () => {
    const matterId = await opened({}, w.people.dario)
    await w.do(changeMatter, { matterId, standing: "L’enquête est close." }, w.people.dario)
    const { matter } = await w.ask(readMatter, { matterId }, w.people.dario)
    assert.deepEqual([matter.lead_name, matter.standing], ["Dario Lemmens", "L’enquête est close."])
    await assert.rejects(opened({}, w.people.ines), { code: "not_allowed" })
  })

  it("are found by their title, accents forgiven", async () => {
    const matterId = await opened({ title: "Écoles : rénovation énergétique" })
    const { rows } = await w.ask(listMatters, { q: "ecoles: RENO".replace(":", " :") }, w.people.dario)
    assert.deepEqual(
      rows.map(({ id }) => id),
      [matterId],
    )
  })

  it("stay unseen when confidential, but for their lead and those entitled", async () => {
    const matterId = await opened({ confidential: true })
    await assert.rejects(w.ask(readMatter, { matterId }, w.people.dario), { code: "not_found" })
    await w.ask(readMatter, { matterId }, await w.holding(["confidential.read"]))
    await w.do(changeMatter, { matterId, leadId: w.dario }, w.people.amina)
    await w.ask(readMatter, { matterId }, w.people.dario)
  })
})

describe("a confidential matter", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  it("is not opened to all by whoever keeps matters without reading what is confidential", async () => {
    const { matterId } = await w.do(
      openMatter,
      { bodyId: w.lisle, title: "Plainte", confidential: true },
      w.people.amina,
    )
    const sam = await w.holding(["matters.manage"])
    for (const change of [{ confidential: false }, { leadId: sam.personId }])
      await assert.rejects(w.do(changeMatter, { matterId, ...change }, sam), { code: "not_found" })
    await assert.rejects(w.do(closeMatter, { matterId }, sam), { code: "not_found" })
    await w.do(changeMatter, { matterId, confidential: false }, w.people.amina)
  })
})
