import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { trio } from "../../../../tests/trio.ts"
import { askSheets } from "../asking/ask.ts"
import { askHelp } from "../asking/help.ts"
import { addSkill } from "./add.ts"
import { beginSkills } from "./begin.ts"
import { changeSkill } from "./change.ts"
import { endSkill, reopenSkill } from "./end.ts"
import { readSheet } from "../sheet/read.ts"
import { saySheet } from "../sheet/say.ts"
import { withdrawSheet } from "../sheet/withdraw.ts"
import type { World } from "../../../../tests/world.ts"
import { type SkillsWorld, skillsWorld } from "../../../../tests/skills-world.ts"

let w: World
let somebody: SkillsWorld["somebody"]
let theme: SkillsWorld["theme"]
let added: SkillsWorld["added"]
let said: SkillsWorld["said"]
before(async () => {
  ;({ w, somebody, theme, added, said } = await skillsWorld())
})
after(() => w.end())

describe("the skills of a body", () => {
  let n = 0
  const fresh = () => added(`Compétence ${++n}`)
  trio(
    () => w,
    [
      {
        command: addSkill,
        capability: "people.manage",
        input: async () => ({ bodyId: w.lisle, name: `Neuve ${++n}`, themeId: await theme() }),
      },
      {
        command: changeSkill,
        capability: "people.manage",
        input: async () => ({ skillId: await fresh(), name: `Autre ${++n}`, themeId: await theme() }),
      },
      { command: endSkill, capability: "people.manage", input: async () => ({ skillId: await fresh() }) },
      {
        command: reopenSkill,
        capability: "people.manage",
        input: async () => {
          const skillId = await fresh()
          await w.do(endSkill, { skillId }, w.people.amina)
          return { skillId }
        },
      },
      {
        command: askSheets,
        capability: "people.manage",
        input: async () => ({ bodyId: w.lisle, personIds: [await somebody(`Sollicite${++n}`)] }),
      },
      {
        command: saySheet,
        capability: "people.manage",
        input: async () => ({ bodyId: w.lisle, personId: await somebody(`Papier${++n}`), skills: [] }),
      },
      {
        command: withdrawSheet,
        capability: "people.manage",
        input: async () => {
          const personId = await somebody(`Retrait${++n}`)
          await said(personId, [])
          return { bodyId: w.lisle, personId }
        },
      },
      {
        command: askHelp,
        capability: "people.read",
        input: async () => ({ skillId: await fresh(), personId: w.dario }),
      },
    ],
  )

  it("are a list proposed once, by who keeps the file", async () => {
    await assert.rejects(w.do(beginSkills, { bodyId: w.lisle }, w.people.amina), { code: "skills.already_begun" })
    await assert.rejects(w.do(beginSkills, { bodyId: w.brume }, w.people.oscar), { code: "not_found" })
    await assert.rejects(w.do(beginSkills, { bodyId: w.brume }, w.people.ines), { code: "not_allowed" })
    await w.do(beginSkills, { bodyId: w.brume }, await w.holding(["people.manage"], w.brume))
  })

  it("have one name each, whatever the accents, until one ends; an ended one comes back only where its name is free", async () => {
    const skillId = await added("Réparer des vélos")
    await assert.rejects(added("REPARER DES VELOS"), { code: "skills.name_taken" })
    await w.do(endSkill, { skillId }, w.people.amina)
    await assert.rejects(w.do(endSkill, { skillId }, w.people.amina), { code: "skills.already_ended" })
    await added("Réparer des vélos")
    await assert.rejects(w.do(reopenSkill, { skillId }, w.people.amina), { code: "skills.name_taken" })
  })

  it("keep what was said of one that ended, and ask about it no more", async () => {
    const personId = await somebody("Fin")
    const skillId = await added("Coudre")
    await said(personId, [{ skillId, level: "well" }])
    await w.do(endSkill, { skillId }, w.people.amina)
    const { skills } = await w.ask(readSheet, { bodyId: w.lisle, personId }, w.as(personId))
    assert.ok(!skills.some(({ id }) => id === skillId))
    await w.do(reopenSkill, { skillId }, w.people.amina)
    const back = await w.ask(readSheet, { bodyId: w.lisle, personId }, w.as(personId))
    assert.equal(back.skills.find(({ id }) => id === skillId)!.level, "well")
  })
})
