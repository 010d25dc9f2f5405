import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { trio } from "../../../tests/trio.ts"
import { type World, world } from "../../../tests/world.ts"
import { changeMatter } from "./change.ts"
import { closeMatter, reopenMatter } from "./close.ts"
import { openMatter } from "./open.ts"
import { waiting } from "./waiting.ts"
import { listMatters } from "./list.ts"
import { readMatter } from "./read-matter.ts"

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

  it("say on which day where they stand was written, and keep it while the words are the same", async () => {
    const matterId = await opened({ standing: "Tout reste à faire." })
    const saidOn = async () => String((await w.ask(readMatter, { matterId }, w.people.amina)).matter.standing_on)
    assert.equal(await saidOn(), "2026-05-02")
    const later = { now: Temporal.Instant.from("2026-06-01T10:00:00Z") }
    await w.do(changeMatter, { matterId, title: "Autre", standing: "Tout reste à faire." }, w.people.amina, later)
    assert.equal(await saidOn(), "2026-05-02")
    await w.do(changeMatter, { matterId, standing: "C’est fait." }, w.people.amina, later)
    assert.equal(await saidOn(), "2026-06-01")
  })

  it("say what they lack, each in turn", async () => {
    const matterId = await opened({ standing: "Mesuré.", nextStep: "Écrire", nextOn: "2026-05-10" }, w.people.dario)
    const lacks = async (at = w.now) => (await w.ask(readMatter, { matterId }, w.people.dario, at)).missing
    assert.deepEqual(await lacks(), ["theme"])
    assert.deepEqual(await lacks(Temporal.Instant.from("2026-05-11T10:00:00Z")), ["theme", "next_past"])
    assert.ok((await lacks(Temporal.Instant.from("2026-08-02T10:00:00Z"))).includes("standing_old"))
    await w.do(changeMatter, { matterId, leadId: null, nextStep: null, standing: null }, w.people.amina)
    assert.deepEqual(await lacks(), ["lead", "theme", "standing", "next"])
    await w.do(closeMatter, { matterId }, w.people.amina)
    assert.deepEqual(await lacks(), [])
  })

  it("are kept and seen by whoever works on them, confidential or not", async () => {
    const matterId = await opened({ confidential: true, staffId: w.dario, state: "waiting" })
    await w.do(changeMatter, { matterId, nextStep: "Relancer" }, w.people.dario)
    const { matter } = await w.ask(readMatter, { matterId }, w.people.dario)
    assert.deepEqual([matter.staff_name, matter.next_step, matter.state], ["Dario Lemmens", "Relancer", "waiting"])
    const { rows } = await w.ask(listMatters, { view: "mine", state: "waiting" }, w.people.dario)
    assert.deepEqual(
      rows.map(({ id }) => id),
      [matterId],
    )
  })

  it("wait for their lead, two weeks before the day of their next step", async () => {
    const { personId } = w.people.dario
    const matterId = await opened({ leadId: personId, nextStep: "Écrire au collège", nextOn: "2026-05-20" })
    const waits = async (at: string, actor = w.people.dario) =>
      w.look(async (db) => {
        const lines = await waiting({ ...w.equipment, db, actor, now: Temporal.Instant.from(at) })
        return lines.some(({ at: page }) => page === `/dossiers/${matterId}`)
      })
    assert.equal(await waits("2026-05-02T10:00:00Z"), false)
    assert.equal(await waits("2026-05-06T10:00:00Z"), true)
    assert.equal(await waits("2026-05-06T10:00:00Z", w.people.amina), false)
    await w.do(closeMatter, { matterId }, w.people.amina)
    assert.equal(await waits("2026-05-06T10:00:00Z"), false)
  })

  it("stand in an official place that exists", async () => {
    await assert.rejects(opened({ territory: "BE/municipality/99999" }), /unknown_territory/)
    const matterId = await opened()
    await w.do(changeMatter, { matterId, territory: null }, w.people.amina)
    assert.equal((await w.ask(readMatter, { matterId }, w.people.amina)).matter.territory, null)
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
