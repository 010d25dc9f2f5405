import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { changeMatter } from "../change.ts"
import { listMatters } from "../list.ts"
import { openMatter } from "../open.ts"
import { addTheme } from "./add.ts"
import { beginThemes } from "./begin.ts"
import { endTheme, reopenTheme } from "./end.ts"
import { listThemes } from "./list.ts"
import { moveTheme } from "./move.ts"
import { renameTheme } from "./rename.ts"

let w: World
let count = 0
before(async () => {
  w = await world()
})
after(() => w.end())

const added = async (name = `Thème ${++count}`, underId: string | null = null) =>
  (await w.do(addTheme, { bodyId: w.lisle, name, underId }, w.people.amina)).themeId
const ended = async () => {
  const themeId = await added()
  await w.do(endTheme, { themeId }, w.people.amina)
  return themeId
}
const tree = async () => (await w.ask(listThemes, { bodyId: w.lisle }, w.people.dario)).rows
const under = async (parent: string) => (await tree()).filter((one) => one.parent_id === parent).map(({ name }) => name)

describe("the themes of a body", () => {
  trio(
    () => w,
    [
      { command: addTheme, capability: "matters.manage", input: () => ({ bodyId: w.lisle, name: `Thème ${++count}` }) },
      {
        command: renameTheme,
        capability: "matters.manage",
        input: async () => ({ themeId: await added(), name: `Thème ${++count}` }),
      },
      { command: moveTheme, capability: "matters.manage", input: async () => ({ themeId: await added(), place: 0 }) },
      { command: endTheme, capability: "matters.manage", input: async () => ({ themeId: await added() }) },
      { command: reopenTheme, capability: "matters.manage", input: async () => ({ themeId: await ended() }) },
    ],
  )

  it("form a tree, moved with what stands under, never under itself", async () => {
    const [water, air] = [await added("Eau"), await added("Air")]
    const river = await added("Rivière", water)
    await added("Source", water)
    await w.do(moveTheme, { themeId: river, underId: water, place: 1 }, w.people.amina)
    assert.deepEqual(await under(water), ["Source", "Rivière"])
    await w.do(moveTheme, { themeId: water, underId: air, place: 0 }, w.people.amina)
    assert.equal((await tree()).find(({ id }) => id === river)?.path, "Air › Eau › Rivière")
    for (const underId of [river, air])
      await assert.rejects(w.do(moveTheme, { themeId: air, underId }, w.people.amina), { code: "themes.under_itself" })
    await assert.rejects(added("SOURCE", water), { code: "themes.name_taken" })
    await assert.rejects(w.do(addTheme, { bodyId: w.brume, name: "Autre", underId: air }, w.people.ines), {
      code: "not_allowed",
    })
  })

  it("are retired from the leaves, and come back at the top when what they stood under is gone", async () => {
    const school = await added("École")
    const canteen = await added("Cantine", school)
    await assert.rejects(w.do(endTheme, { themeId: school }, w.people.amina), { code: "themes.has_more_below" })
    await w.do(endTheme, { themeId: canteen }, w.people.amina)
    await w.do(endTheme, { themeId: school }, w.people.amina)
    await w.do(reopenTheme, { themeId: canteen }, w.people.amina)
    assert.equal((await tree()).find(({ id }) => id === canteen)?.parent_id, null)
  })

  it("find the matters of all that stands under them", async () => {
    const green = await added("Vert")
    const park = await added("Parcs", green)
    const { matterId } = await w.do(openMatter, { bodyId: w.lisle, title: "Square", themeId: park }, w.people.amina)
    const found = async (themeId: string) => (await w.ask(listMatters, { themeId }, w.people.dario)).rows
    assert.deepEqual(
      (await found(green)).map(({ id, theme }) => [id, theme]),
      [[matterId, "Parcs"]],
    )
    assert.deepEqual(await found(await added("Vide")), [])
    const gone = await ended()
    await assert.rejects(w.do(changeMatter, { matterId, themeId: gone }, w.people.amina), /not_of_this_body/)
  })
})

describe("the first themes of a body", () => {
  let fresh: World
  before(async () => {
    fresh = await world()
  })
  after(() => fresh.end())

  trio(
    () => fresh,
    [
      {
        command: beginThemes,
        capability: "matters.manage",
        input: async () => {
          await fresh.look((db) => db.deleteFrom("themes").execute())
          return { bodyId: fresh.lisle }
        },
      },
    ],
  )

  it("are taken once", async () => {
    const { rows } = await fresh.ask(listThemes, { bodyId: fresh.lisle }, fresh.people.dario)
    assert.ok(rows.some(({ path }) => path === "Environnement › Eau"))
    await assert.rejects(fresh.do(beginThemes, { bodyId: fresh.lisle }, fresh.people.amina), {
      code: "themes.already_begun",
    })
  })
})
