import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { listPeople } from "../../people/list.ts"
import { readPerson } from "../../people/read-person.ts"
import { joinAffiliation, leaveAffiliation } from "./join.ts"
import { listAffiliations } from "./list.ts"
import { addAffiliation, changeAffiliation, endAffiliation } from "./name.ts"

let w: World
before(async () => {
  w = await world()
})
after(() => w.end())

let count = 0
const named = async (name = `Liste ${count++}`) =>
  (await w.do(addAffiliation, { bodyId: w.lisle, name }, w.people.amina)).affiliationId
const someone = async () => (await w.holding([])).personId!
const joined = async (personId: string, affiliationId: string, since: string, until?: string) =>
  (await w.do(joinAffiliation, { personId, affiliationId, since, until }, w.people.amina)).affiliateId
const of = async (personId: string) =>
  (await w.ask(readPerson, { personId }, w.people.amina)).affiliations.map(
    ({ name, since, until }) => `${name} ${since} ${until}`,
  )

describe("sensibilities", () => {
  trio(
    () => w,
    [
      {
        command: addAffiliation,
        capability: "bodies.manage",
        input: () => ({ bodyId: w.lisle, name: `Liste ${count++}` }),
      },
      {
        command: changeAffiliation,
        capability: "bodies.manage",
        input: async () => ({ affiliationId: await named(), name: `Liste ${count++}` }),
      },
      {
        command: endAffiliation,
        capability: "bodies.manage",
        input: async () => ({ affiliationId: await named() }),
      },
      {
        command: joinAffiliation,
        capability: "people.manage",
        input: async () => ({ affiliationId: await named(), personId: await someone(), since: "2026-05-02" }),
      },
      {
        command: leaveAffiliation,
        capability: "people.manage",
        input: async () => ({
          affiliateId: await joined(await someone(), await named(), "2026-01-01"),
          until: "2026-05-02",
        }),
      },
    ],
  )

  it("are held one at a time: the next ends the one before, on its eve", async () => {
    const [rives, terres] = [await named("Rives"), await named("Terres")]
    const personId = await someone()
    await joined(personId, rives, "2024-01-01")
    await joined(personId, terres, "2026-04-01")
    assert.deepEqual(await of(personId), ["Terres 2026-04-01 null", "Rives 2024-01-01 2026-03-31"])
    await assert.rejects(joined(personId, rives, "2025-01-01", "2025-02-01"), { code: "affiliations.already" })
  })

  it("narrow the list of people to those who are of one today", async () => {
    const affiliationId = await named("Gauche")
    const [now, before] = [await someone(), await someone()]
    await joined(now, affiliationId, "2026-01-01")
    await joined(before, affiliationId, "2025-01-01", "2025-12-31")
    const { rows } = await w.ask(listPeople, { bodyId: w.lisle, affiliation: affiliationId }, w.people.amina)
    assert.deepEqual(
      rows.map(({ id, affiliations }) => [id, affiliations]),
      [[now, ["Gauche"]]],
    )
  })

  it("take in nobody who is not of the body, by an identifier alone", async () => {
    const stranger = (await w.holding([], w.brume)).personId!
    await assert.rejects(joined(stranger, await named(), "2026-05-01"), { code: "not_found" })
  })

  it("leave, when one ends, a trace of who was of it, and its name free", async () => {
    const affiliationId = await named("Provisoire")
    const personId = await someone()
    await joined(personId, affiliationId, "2026-01-01")
    await assert.rejects(named("PROVISOIRE"), /name_taken|invalid/)
    const ended = await w.do(endAffiliation, { affiliationId }, w.people.amina)
    assert.equal(ended.left, 1)
    assert.deepEqual(await of(personId), ["Provisoire 2026-01-01 2026-05-02"])
    const { affiliations } = await w.ask(listAffiliations, { bodyId: w.lisle }, w.people.dario)
    assert.ok(!affiliations.some(({ id }) => id === affiliationId))
    await named("Provisoire")
  })
})
