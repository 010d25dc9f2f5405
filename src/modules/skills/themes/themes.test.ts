import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { trio } from "../../../../tests/trio.ts"
import type { World } from "../../../../tests/world.ts"
import { beginSkills } from "../list/begin.ts"
import { changeSkill } from "../list/change.ts"
import { addSkill } from "../list/add.ts"
import { endSkill, reopenSkill } from "../list/end.ts"
import { listSkills } from "../list/list.ts"
import { type SkillsWorld, skillsWorld } from "../../../../tests/skills-world.ts"
import { addTheme } from "./add.ts"
import { endTheme, reopenTheme } from "./end.ts"
import { orderThemes } from "./order.ts"
import { renameTheme } from "./rename.ts"

let w: World
let list: SkillsWorld["list"]
before(async () => {
  ;({ w, list } = await skillsWorld())
})
after(() => w.end())

let n = 0
const fresh = async (name = `Thème ${++n}`) =>
  (await w.do(addTheme, { bodyId: w.lisle, name }, w.people.amina)).themeId as string
const retired = async (name?: string) => {
  const themeId = await fresh(name)
  await w.do(endTheme, { themeId }, w.people.amina)
  return themeId
}
const under = async (themeId: string, name: string) =>
  (await w.do(addSkill, { bodyId: w.lisle, name, themeId }, w.people.amina)).skillId as string
const names = async () => (await list()).themes.map(({ name }) => name)

describe("the themes of a body", () => {
  trio(
    () => w,
    [
      { command: addTheme, capability: "people.manage", input: () => ({ bodyId: w.lisle, name: `Neuf ${++n}` }) },
      {
        command: renameTheme,
        capability: "people.manage",
        input: async () => ({ themeId: await fresh(), name: `Autre ${++n}` }),
      },
      { command: orderThemes, capability: "people.manage", input: () => ({ bodyId: w.lisle, themeIds: [] }) },
      { command: endTheme, capability: "people.manage", input: async () => ({ themeId: await fresh() }) },
      { command: reopenTheme, capability: "people.manage", input: async () => ({ themeId: await retired() }) },
    ],
  )

  it("begin as those proposed for bodies of its kind, alone or with their skills", async () => {
    assert.equal((await names())[0], "Écrire, parler, animer")
    assert.ok(!(await names()).includes("Travail d’élu"))
    const next = await w.holding(["people.manage", "people.read"], w.brume)
    await w.do(beginSkills, { bodyId: w.brume, themesOnly: true }, next)
    const begun = await w.ask(listSkills, { bodyId: w.brume }, next)
    assert.deepEqual([begun.rows.length, begun.themes.length], [0, 6])
    await w.do(beginSkills, { bodyId: w.brume }, next)
    const both = await w.ask(listSkills, { bodyId: w.brume }, next)
    assert.deepEqual([both.rows.length, both.themes.length], [25, 6])
  })

  it("are renamed and put in order by the body; the list, the sheet and the grid follow", async () => {
    const [first, second, ...others] = (await list()).themes
    await w.do(renameTheme, { themeId: second!.id, name: "Nos sous" }, w.people.amina)
    await w.do(orderThemes, { bodyId: w.lisle, themeIds: [second!.id, first!.id] }, w.people.amina)
    assert.deepEqual(await names(), ["Nos sous", first!.name, ...others.map(({ name }) => name)])
    assert.equal((await list()).rows[0]!.theme, "Nos sous")
  })

  it("have one name each, whatever the accents", async () => {
    await fresh("Fêtes")
    await assert.rejects(fresh("FETES"), { code: "skills.theme_taken" })
    const themeId = await fresh()
    await assert.rejects(w.do(renameTheme, { themeId, name: "fêtes" }, w.people.amina), { code: "skills.theme_taken" })
  })

  it("are retired once no skill is asked under them, and come back with one that does", async () => {
    const themeId = await fresh("Vendanges")
    const skillId = await under(themeId, "Tailler la vigne")
    await assert.rejects(w.do(endTheme, { themeId }, w.people.amina), { code: "skills.theme_used" })
    await w.do(endSkill, { skillId }, w.people.amina)
    await w.do(endTheme, { themeId }, w.people.amina)
    await assert.rejects(w.do(endTheme, { themeId }, w.people.amina), { code: "skills.theme_ended" })
    await assert.rejects(under(themeId, "Presser"), { message: /themeId/ })
    await w.do(reopenSkill, { skillId }, w.people.amina)
    assert.ok((await names()).includes("Vendanges"))
    await assert.rejects(w.do(reopenTheme, { themeId }, w.people.amina), { code: "skills.theme_not_ended" })
  })

  it("give way to one that took their name meanwhile", async () => {
    const old = await fresh("Potager")
    const skillId = await under(old, "Semer")
    await w.do(endSkill, { skillId }, w.people.amina)
    await w.do(endTheme, { themeId: old }, w.people.amina)
    const now = await fresh("Potager")
    await assert.rejects(w.do(reopenTheme, { themeId: old }, w.people.amina), { code: "skills.theme_taken" })
    await w.do(reopenSkill, { skillId }, w.people.amina)
    assert.equal((await list()).rows.find(({ id }) => id === skillId)!.theme_id, now)
  })

  it("of another body take no skill of this one", async () => {
    const next = await w.holding(["people.manage"], w.brume)
    const themeId = (await w.do(addTheme, { bodyId: w.brume, name: "Ailleurs" }, next)).themeId as string
    const { id } = (await list()).rows[0]!
    await assert.rejects(w.do(changeSkill, { skillId: id, name: "Ici", themeId }, w.people.amina), {
      message: /themeId/,
    })
  })
})
