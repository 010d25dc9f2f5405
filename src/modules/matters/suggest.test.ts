import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type World, world } from "../../../tests/world.ts"
import type { Actor } from "../../kernel/rule.ts"
import { closeMatter } from "./close.ts"
import { openMatter } from "./open.ts"
import { suggestMatters } from "./suggest.ts"
import { addTheme } from "./themes/add.ts"

describe("a text", () => {
  let w: World
  before(async () => {
    w = await world()
    const { themeId } = await w.do(addTheme, { bodyId: w.lisle, name: "Mobilité" }, w.people.amina)
    const open = (title: string, more: object = {}) =>
      w.do(openMatter, { bodyId: w.lisle, title, ...more }, w.people.amina)
    await open("Écoles : rénovation")
    await open("Ligne de bus 14", { themeId })
    await open("Conseil des aînés")
    await open("Conseil des jeunes")
    await open("Écoles secrètes", { confidential: true })
    const { matterId } = await open("Rénovation de la mairie")
    await w.do(closeMatter, { matterId }, w.people.amina)
  })
  after(() => w.end())
  const likely = async (text: string, actor: Actor = w.people.dario) =>
    (await w.ask(suggestMatters, { bodyId: w.lisle, text }, actor)).rows.map(({ title }) => title)

  it("suggests the open matters it shares words with, endings and accents forgiven", async () => {
    assert.deepEqual(await likely("renovations de l’école du centre"), ["Écoles : rénovation"])
    assert.deepEqual(await likely("Le bus du soir"), ["Ligne de bus 14"])
    assert.deepEqual(await likely("Plan de mobilité"), ["Ligne de bus 14"])
    assert.deepEqual(await likely("Fleurir les balcons"), [])
    assert.equal((await likely("conseil des aines"))[0], "Conseil des aînés")
  })

  it("suggests nothing that its reader does not see", async () => {
    assert.ok(!(await likely("écoles secrètes")).includes("Écoles secrètes"))
    assert.equal((await likely("écoles secrètes", w.people.amina))[0], "Écoles secrètes")
    assert.deepEqual(await likely("bus", w.people.ines), [])
  })
})
