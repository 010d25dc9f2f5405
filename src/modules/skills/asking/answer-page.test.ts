import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { sql } from "kysely"
import { newId } from "../../../kernel/id.ts"
import { sheetRoutes } from "./answer-page.ts"
import { askSheets } from "./ask.ts"
import { sheetLink } from "./links.ts"
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

describe("the page behind the link", () => {
  const through = async (personId: string, method: "GET" | "POST", body: Record<string, unknown> = {}, query = {}) => {
    const sheetId = (await sheetOf(personId))?.id ?? newId()
    const link = sheetLink(w.equipment, { organisation: w.organisation, sheetId })
    const route = sheetRoutes.find((one) => one.method === method)!
    const reply = await route.handle({
      params: { token: link.split("/s/")[1]! },
      query,
      body,
      headers: {},
      cookies: {},
      ip: "127.0.0.1",
      files: () => {
        throw new Error("none")
      },
      actor: async () => undefined,
      db: w.db,
      equipment: w.equipment,
    })
    return { ...reply, text: String(reply.body ?? "") }
  }

  it("shows the sheet, changes nothing when opened, and takes the answer", async () => {
    const personId = await somebody("Lien")
    await w.do(askSheets, { bodyId: w.lisle, personIds: [personId] }, w.people.amina)
    const opened = await through(personId, "GET")
    assert.match(opened.text, /Que savez-vous faire, Léon/)
    assert.equal((await sheetOf(personId))!.confirmed_on, null)
    const writing = await skill("Rédiger")
    const sent = await through(personId, "POST", {
      [`s.${writing}`]: "teaches",
      [`w.${writing}`]: "1",
      "a.6m": "1",
      hours: "4",
      shared: "1",
    })
    assert.equal(sent.status, 303)
    const stands = (await sheetOf(personId))!
    assert.deepEqual([stands.means, stands.slots, stands.hours_month, stands.shared], ["form", ["6m"], 4, true])
    assert.match((await through(personId, "GET", {}, { merci: "" })).text, /Merci/)
  })

  it("keeps what was typed when it refuses", async () => {
    const personId = await somebody("Typo")
    await w.do(askSheets, { bodyId: w.lisle, personIds: [personId] }, w.people.amina)
    const refused = await through(personId, "POST", { hours: "beaucoup", note: "Plutôt <b>l’hiver</b>" })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /value="beaucoup"/)
    assert.match(refused.text, /Plutôt &#60;b&#62;/)
  })

  it("stops the yearly letter in one click, and takes all back", async () => {
    const personId = await somebody("Stop")
    await said(personId, [{ skillId: await skill("Droit"), level: "some" }])
    await through(personId, "POST", { "List-Unsubscribe": "One-Click" })
    assert.ok((await sheetOf(personId))!.declined_on)
    await through(personId, "POST", { act: "withdraw" })
    assert.ok((await sheetOf(personId))!.withdrawn_on)
  })

  it("leads nowhere for who is no longer of the body, and for a link we did not sign", async () => {
    const personId = await somebody("Dehors")
    await said(personId, [])
    await w.look((db) => sql`update memberships set until = '2020-02-01' where person_id = ${personId}`.execute(db))
    assert.equal((await through(personId, "GET")).status, 404)
    assert.equal((await through(newId(), "GET")).status, 404)
  })
})
