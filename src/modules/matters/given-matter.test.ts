import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type World, world } from "../../../tests/world.ts"
import { giveGrant } from "../mandates/grants/give.ts"
import { grantsOfThing } from "../mandates/grants/of-thing.ts"
import { revokeGrant } from "../mandates/grants/revoke.ts"
import { readRights } from "../mandates/read-rights.ts"
import { listPeople } from "../people/list.ts"
import { giveTask } from "../tasks/give.ts"
import { listTasks } from "../tasks/list.ts"
import { readTask } from "../tasks/read-task.ts"
import { changeMatter } from "./change.ts"
import { openMatter } from "./open.ts"
import { listMatters } from "./list.ts"
import { readMatter } from "./read-matter.ts"

// Inès is of Brume: in Lisle she is nobody, until she is given one matter.
let w: World
before(async () => {
  w = await world()
  await w.known(w.ines)
})
after(() => w.end())

const matter = async (title: string, more: object = {}) =>
  (await w.do(openMatter, { bodyId: w.lisle, title, ...more }, w.people.amina)).matterId as string
const give = (matterId: string, more: object = {}) =>
  w.do(
    giveGrant,
    {
      personId: w.ines,
      bodyId: w.lisle,
      matterId,
      capability: "matters.manage",
      since: "2026-05-01",
      until: "2026-06-30",
      reason: "Elle connaît la place.",
      ...more,
    },
    w.people.amina,
  )

describe("a matter given to somebody", () => {
  it("is seen and kept by them with its open tasks, and nothing else of the body is", async () => {
    const [given, other] = [await matter("Place du Marché"), await matter("Cantines")]
    const task = (what: string, matterId: string, confidential = false) =>
      w.do(giveTask, { bodyId: w.lisle, what, ownerId: w.amina, matterId, confidential }, w.people.amina)
    const { taskId } = await task("Mesurer", given)
    const secret = await task("Négocier", given, true)
    const elsewhere = await task("Goûter", other)
    await assert.rejects(w.ask(readMatter, { matterId: given }, w.people.ines), { code: "not_found" })
    await give(given)
    await w.ask(readMatter, { matterId: given }, w.people.ines)
    await w.do(changeMatter, { matterId: given, standing: "Mesuré." }, w.people.ines)
    await w.ask(readTask, { taskId: taskId as string }, w.people.ines)
    const seen = await w.ask(listMatters, {}, w.people.ines)
    assert.deepEqual(
      seen.rows.map(({ title }) => title),
      ["Place du Marché"],
    )
    for (const { taskId: id } of [secret, elsewhere])
      await assert.rejects(w.ask(readTask, { taskId: id as string }, w.people.ines), { code: "not_found" })
    await assert.rejects(w.ask(readMatter, { matterId: other }, w.people.ines), { code: "not_found" })
    assert.deepEqual((await w.ask(listTasks, { view: "body", bodyId: w.lisle }, w.people.ines)).rows.length, 1)
    assert.deepEqual((await w.ask(listPeople, { bodyId: w.lisle }, w.people.ines)).rows, [])
  })

  it("is lent until its day, taken back at once, and told with its reason", async () => {
    const matterId = await matter("Ligne de bus")
    const { grantId } = await give(matterId)
    const rights = await w.ask(readRights, { personId: w.ines }, w.people.ines)
    assert.ok(JSON.stringify(rights.groups).includes("Ligne de bus"))
    await w.ask(readMatter, { matterId }, w.people.ines, Temporal.Instant.from("2026-06-30T10:00:00Z"))
    await assert.rejects(
      w.ask(readMatter, { matterId }, w.people.ines, Temporal.Instant.from("2026-07-01T10:00:00Z")),
      { code: "not_found" },
    )
    assert.equal(
      (await w.ask(grantsOfThing, { thing: "matter", id: matterId, bodyId: w.lisle }, w.people.amina)).rows.length,
      1,
    )
    await w.do(revokeGrant, { grantId }, w.people.amina)
    await assert.rejects(w.ask(readMatter, { matterId }, w.people.ines), { code: "not_found" })
  })

  it("is confidential to them until that is what they were given", async () => {
    const matterId = await matter("Litige", { confidential: true })
    await give(matterId)
    await assert.rejects(w.ask(readMatter, { matterId }, w.people.ines), { code: "not_found" })
    await give(matterId, { capability: "confidential.read" })
    await w.ask(readMatter, { matterId }, w.people.ines)
  })

  it("is of the body that gives it, and by who records mandates there", async () => {
    const matterId = await matter("Écoles")
    await assert.rejects(give(matterId, { bodyId: w.brume }), (error: { code: string }) =>
      ["not_allowed", "not_found"].includes(error.code),
    )
    await assert.rejects(give(matterId, { capability: "people.read" }), (error: any) => error.issues.length === 1)
    await assert.rejects(
      w.do(
        giveGrant,
        {
          personId: w.ines,
          bodyId: w.lisle,
          matterId,
          capability: "matters.manage",
          since: "2026-05-01",
          until: "2026-06-30",
          reason: "x",
        },
        w.people.dario,
      ),
      { code: "not_allowed" },
    )
  })
})
