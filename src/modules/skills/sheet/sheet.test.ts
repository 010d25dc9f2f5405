import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { eraseHeld } from "../../../kernel/held-of.ts"
import { listConsents } from "../../privacy/consents/list.ts"
import { withdrawConsent } from "../../privacy/consents/withdraw.ts"
import { beginSkills } from "../list/begin.ts"
import { readOfPerson, readSheet } from "./read.ts"
import { withdrawSheet } from "./withdraw.ts"
import type { World } from "../../../../tests/world.ts"
import { type SkillsWorld, skillsWorld } from "../../../../tests/skills-world.ts"

let w: World
let somebody: SkillsWorld["somebody"]
let skill: SkillsWorld["skill"]
let said: SkillsWorld["said"]
let sheetOf: SkillsWorld["sheetOf"]
before(async () => {
  ;({ w, somebody, skill, said, sheetOf } = await skillsWorld())
})
after(() => w.end())

describe("a sheet", () => {
  it("is said by the person, with the words they agreed to; said again the same, it is the same yes", async () => {
    const personId = await somebody("Dit")
    const writing = await skill("Rédiger")
    await said(personId, [{ skillId: writing, level: "well", wants: true }], { slots: ["4e", "1m"], hoursMonth: 5 })
    await said(personId, [{ skillId: writing, level: "well" }])
    const consents = (await w.ask(listConsents, { personId }, w.as(personId))).rows
    assert.deepEqual(
      consents.map(({ purpose, means, withdrawn_on }) => [purpose, means, withdrawn_on]),
      [["skills", "app", null]],
    )
    assert.match(consents[0]!.words, /Locale de Lisle/)
    await said(personId, [], { shared: true })
    const after = (await w.ask(listConsents, { personId }, w.as(personId))).rows
    assert.equal(after.filter((one) => one.withdrawn_on === null).length, 1)
    assert.match(after.find((one) => one.withdrawn_on === null)!.words, /Les membres de Locale de Lisle/)
  })

  it("says who typed it from a paper", async () => {
    const personId = await somebody("Feuille")
    await said(personId, [{ skillId: await skill("Droit"), level: "some" }], { means: "paper" }, w.people.amina)
    const { sheet } = await w.ask(readSheet, { bodyId: w.lisle, personId }, w.as(personId))
    assert.equal(sheet!.by_name, "Amina Belkacem")
    assert.equal(sheet!.means, "paper")
  })

  it("refuses a skill of another body, and drops a day that is past", async () => {
    const personId = await somebody("Ailleurs")
    const next = await w.holding(["people.manage"], w.brume)
    await w.do(beginSkills, { bodyId: w.brume }, next)
    const elsewhere = await w.look((db) =>
      db.selectFrom("skills").select("id").where("body_id", "=", w.brume).executeTakeFirstOrThrow(),
    )
    await assert.rejects(said(personId, [{ skillId: elsewhere.id, level: "well" }]), { message: /skills/ })
    await said(personId, [], { awayUntil: "2026-05-01" })
    assert.equal((await sheetOf(personId))!.away_until, null)
  })

  it("is nobody’s else to read: not a member’s, nor a treasurer’s next door", async () => {
    const personId = await somebody("Secret")
    await said(personId, [{ skillId: await skill("Droit"), level: "some" }])
    for (const actor of [w.people.dario, w.people.ines, w.people.oscar])
      await assert.rejects(w.ask(readSheet, { bodyId: w.lisle, personId }, actor), { code: "not_found" })
    await assert.rejects(said(w.amina, [], {}, w.people.dario), { code: "not_allowed" })
  })

  it("leaves nothing once taken back, nor its consent; taking the consent back empties it too", async () => {
    const personId = await somebody("Repris")
    const told = [{ skillId: await skill("Droit"), level: "some" }]
    await said(personId, told, { note: "Le soir", slots: ["2e"], shared: true })
    await w.do(withdrawSheet, { bodyId: w.lisle, personId }, w.as(personId))
    const empty = await sheetOf(personId)
    assert.deepEqual([empty!.note, empty!.slots, empty!.shared], [null, [], false])
    assert.equal(empty!.withdrawn_on!.toString(), "2026-05-02")
    const left = await w.look((db) =>
      db.selectFrom("person_skills").selectAll().where("person_id", "=", personId).execute(),
    )
    assert.deepEqual(left, [])
    await said(personId, told)
    const { rows } = await w.ask(listConsents, { personId }, w.as(personId))
    await w.do(withdrawConsent, { consentId: rows.find((one) => !one.withdrawn_on)!.id }, w.as(personId))
    const { bodies } = await w.ask(readOfPerson, { personId }, w.people.amina)
    assert.equal(bodies[0]!.said, null)
  })

  it("goes with an erasure", async () => {
    const personId = await somebody("Efface")
    await said(personId, [{ skillId: await skill("Droit"), level: "some" }])
    await w.look(async (db) => eraseHeld(personId, { db, held: w.equipment.held }))
    assert.equal(await sheetOf(personId), undefined)
  })
})
