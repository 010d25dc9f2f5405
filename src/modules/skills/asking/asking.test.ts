import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { sql } from "kysely"
import { system } from "../../../kernel/job.ts"
import { readSending } from "../../post/read-sendings.ts"
import { forgetLeft } from "./forget.ts"
import { askSheets } from "./ask.ts"
import { readAsking } from "./read-asking.ts"
import { declineYearly } from "../sheet/decline.ts"
import { waiting } from "../waiting.ts"
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

describe("asking", () => {
  it("writes by e-mail or by post, counts who cannot be reached, and nobody twice in thirty days", async () => {
    const ids = [
      await somebody("Courriel"),
      await somebody("Poste", { email: null, street: "Rue 1", postcode: "5000", town: "Lisle" }),
      await somebody("Nulle", { email: null }),
    ]
    const ask = (more = {}) => w.do(askSheets, { bodyId: w.lisle, personIds: ids, ...more }, w.people.amina)
    await assert.rejects(ask({ people: 3 }), { code: "skills.people_changed" })
    const answer = await ask()
    assert.deepEqual([answer.people, answer.byMail, answer.byPost, answer.unreached, answer.recent], [2, 1, 1, 1, 0])
    await assert.rejects(ask(), { code: "skills.nobody_to_ask" })
    const asking = await w.ask(readAsking, { bodyId: w.lisle }, w.people.amina)
    assert.equal(asking.to_post.length, 1)
    await assert.rejects(w.ask(readAsking, { bodyId: w.lisle }, w.people.dario), { code: "not_found" })
  })

  it("shows whoever looks the letter over no link that answers in another’s name", async () => {
    const personId = await somebody("Relue")
    await w.do(askSheets, { bodyId: w.lisle, personIds: [personId] }, w.people.amina)
    const { id } = await w.look((db) =>
      db.selectFrom("sendings").select("id").where("person_id", "=", personId).executeTakeFirstOrThrow(),
    )
    const { letter } = await w.ask(readSending, { sendingId: id }, w.people.amina)
    assert.match(letter!.text, /que savez-vous faire/)
    for (const words of [letter!.text, letter!.html!]) assert.doesNotMatch(words, /v1\.-\./)
  })

  it("comes back after a year to who answered and does not mind, when somebody sends it and not before", async () => {
    const [fresh, old, minds, paper] = [
      await somebody("Frais"),
      await somebody("Vieux"),
      await somebody("Assez"),
      await somebody("Papier", { email: null, phone: "081 00 00 00" }),
    ]
    for (const personId of [fresh, old, minds, paper]) await said(personId, [])
    await w.do(declineYearly, { bodyId: w.lisle, personId: minds, declined: true }, w.as(minds))
    await assert.rejects(w.do(declineYearly, { bodyId: w.lisle, personId: minds, declined: false }, w.people.amina), {
      code: "not_allowed",
    })
    const dated = (day: string, ...personIds: string[]) =>
      w.look((db) =>
        db
          .updateTable("skill_sheets")
          .set({ confirmed_on: Temporal.PlainDate.from(day) })
          .where("person_id", "in", personIds)
          .execute(),
      )
    await dated("2025-05-03", fresh)
    await dated("2025-05-02", old, minds, paper)
    const before = await w.ask(readAsking, { bodyId: w.lisle }, w.people.amina)
    const told = await w.look((db) => waiting({ ...w.equipment, actor: w.people.amina, db, now: w.now }))
    assert.deepEqual(told.find(({ key }) => key === "skills.waiting.old")?.facts, { count: 2 })
    assert.equal(before.stale.people, before.unanswered.people + 1)
    assert.ok(before.on_paper >= 1)
    const ask = { bodyId: w.lisle, whom: "stale", people: before.stale.people }
    await assert.rejects(w.do(askSheets, { ...ask, people: 1 }, w.people.amina), { code: "skills.people_changed" })
    await w.do(askSheets, ask, w.people.amina)
    assert.equal((await sheetOf(old))!.asked_on!.toString(), "2026-05-02")
    for (const personId of [fresh, minds]) assert.equal((await sheetOf(personId))!.asked_on, null)
    assert.equal((await w.ask(readAsking, { bodyId: w.lisle }, w.people.amina)).stale.people, 0)
  })

  it("forgets those who left thirty days ago", async () => {
    const [left, stayed] = [await somebody("Parti"), await somebody("Reste")]
    for (const personId of [left, stayed]) await said(personId, [{ skillId: await skill("Droit"), level: "some" }])
    const night = (at: string) =>
      w.look((db) => forgetLeft({ ...w.equipment, actor: system(w.organisation), db, now: Temporal.Instant.from(at) }))
    await w.look((db) => sql`update memberships set until = '2026-05-02' where person_id = ${left}`.execute(db))
    assert.equal(await night("2026-05-20T03:00:00Z"), 0)
    assert.equal(await night("2026-06-03T03:00:00Z"), 1)
    assert.equal(await sheetOf(left), undefined)
    assert.ok(await sheetOf(stayed))
  })

  it("waits, without counting, for who was asked and for who asked when most are silent", async () => {
    const personId = await somebody("Silence")
    await w.do(askSheets, { bodyId: w.lisle, personIds: [personId] }, w.people.amina)
    const waits = (actor = w.as(personId)) => w.look((db) => waiting({ ...w.equipment, actor, db, now: w.now }))
    assert.deepEqual(
      (await waits()).map(({ key, optional }) => [key, optional]),
      [["skills.waiting.mine", true]],
    )
    assert.ok((await waits(w.people.amina)).some(({ key }) => key === "skills.waiting.silent"))
  })
})
