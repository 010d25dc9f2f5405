import { readArrivals } from "./of-person.ts"
import { findOnTheWay } from "./find.ts"
import { stepsDueBetween } from "./due.ts"
import { stepLetter } from "../letters/step.ts"
import { giveStep } from "./give-step.ts"
import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import type { Actor } from "../../../kernel/rule.ts"
import { acceptApplication } from "../../members/applications/accept.ts"
import { completeApplication } from "../../members/applications/record.ts"
import { applyForNewcomer } from "./apply.ts"
import { giveNewcomer } from "./give.ts"
import { listNewcomers } from "./list.ts"
import { pauseNewcomer } from "./pause.ts"
import { planStep } from "./plan.ts"
import { stopNewcomer } from "./stop.ts"
import { stoppedLetter } from "../letters/stopped.ts"
import { readWelcomeStatistics } from "../statistics/read.ts"
import { setSteps } from "../steps/set.ts"
import type { World } from "../../../../tests/world.ts"
import { type WelcomeWorld, welcomeWorld } from "../welcome-for-tests.ts"

let w: World
let noted: WelcomeWorld["noted"]
let row: WelcomeWorld["row"]
let seen: WelcomeWorld["seen"]
let done: WelcomeWorld["done"]
let lineOf: WelcomeWorld["lineOf"]
let later: WelcomeWorld["later"]
let letters: WelcomeWorld["letters"]
let composed: WelcomeWorld["composed"]
before(async () => {
  ;({ w, noted, row, seen, done, lineOf, later, letters, composed } = await welcomeWorld())
})
after(() => w.end())

describe("the journey of a newcomer", () => {
  it("goes one step at a time, to the end", async () => {
    const newcomerId = await noted()
    await assert.rejects(done(newcomerId, 2), { code: "newcomers.not_open" })
    await assert.rejects(done(newcomerId, 1, w.people.amina, { skipped: true }), { code: "newcomers.contact_needed" })
    await assert.rejects(w.do(planStep, { newcomerId, due: "2026-06-01" }, w.people.amina), {
      code: "newcomers.contact_has_hours",
    })
    await done(newcomerId, 1)
    await assert.rejects(done(newcomerId, 1), { code: "newcomers.not_open" })
    const { steps, open, next } = await seen(newcomerId, w.people.amina)
    assert.deepEqual([open, next, steps[1]!.due?.toString()], [2, "Réunion", "2026-05-09"])
    await done(newcomerId, 2)
    await done(newcomerId, 3)
    await assert.rejects(done(newcomerId, 4), { code: "newcomers.needs_application" })
    await done(newcomerId, 4, w.people.amina, { skipped: true })
    assert.equal((await row(newcomerId)).state, "welcomed")
    await assert.rejects(done(newcomerId, 5), { code: "newcomers.ended" })
  })

  it("does the step of membership when the application is accepted", async () => {
    const newcomerId = await noted({ email: "adhere@ailleurs.example" })
    for (const place of [1, 2, 3]) await done(newcomerId, place)
    const { applicationId } = await w.do(applyForNewcomer, { newcomerId }, w.people.amina)
    await assert.rejects(w.do(applyForNewcomer, { newcomerId }, w.people.amina), { code: "newcomers.applied_already" })
    const { person_id, given_name, family_name } = await row(newcomerId)
    // What was agreed to as a contact is no consent to be a member.
    await assert.rejects(w.do(acceptApplication, { applicationId, personId: person_id }, w.people.amina), {
      code: "applications.something_missing",
    })
    const form = { given_name, family_name, email: "adhere@ailleurs.example", ring: "member", source: "other" }
    await w.do(completeApplication, { ...form, applicationId, consentText: "J’adhère." }, w.people.amina)
    await w.do(acceptApplication, { applicationId, personId: person_id, since: "2026-05-03" }, w.people.amina)
    const { newcomer, steps } = await seen(newcomerId, w.people.amina)
    assert.deepEqual([newcomer.state, steps[3]!.skipped, steps[3]!.done_at !== null], ["welcomed", false, true])
  })

  it("rests on pause, and comes back by itself", async () => {
    const newcomerId = await noted({}, w.people.amina)
    await w.do(giveNewcomer, { newcomerId, personId: w.dario }, w.people.amina)
    await assert.rejects(w.do(pauseNewcomer, { newcomerId, until: "2026-06-01" }, w.people.dario), {
      code: "newcomers.contact_needed",
    })
    await done(newcomerId, 1, w.people.dario)
    await assert.rejects(w.do(pauseNewcomer, { newcomerId, until: "2026-05-02" }, w.people.dario), /until: in_the_past/)
    await w.do(pauseNewcomer, { newcomerId, until: "2026-06-01" }, w.people.dario)
    assert.equal(await lineOf(newcomerId, w.people.dario, later(24 * 20)), undefined)
    assert.equal((await lineOf(newcomerId, w.people.dario, later(24 * 30)))?.key, "welcome.waiting.step")
  })

  it("stops when they do not wish to go on: told once, the message gone, counted", async () => {
    const newcomerId = await noted()
    const before = await w.ask(readWelcomeStatistics, { bodyId: w.lisle }, w.people.amina)
    assert.equal((await w.do(stopNewcomer, { newcomerId, reason: "Déménage" }, w.people.amina)).told, true)
    assert.equal((await row(newcomerId)).message, null)
    const [sending] = await letters(newcomerId, "welcome-stopped")
    assert.match((await composed(stoppedLetter, sending))!.text, /la porte reste ouverte/)
    const after = await w.ask(readWelcomeStatistics, { bodyId: w.lisle }, w.people.amina)
    assert.equal(after.left, before.left + 1)
    for (const outcome of ["arrived", "in_time", "members", "left"] as const) {
      const { rows } = await w.ask(listNewcomers, { bodyId: w.lisle, outcome, limit: 200 }, w.people.amina)
      assert.equal(rows.length, after[outcome], `${outcome}: a figure opens to its lines`)
    }
  })

  it("has each step in named hands: they see this newcomer, do that step, and nothing else", async () => {
    const newcomerId = await noted()
    const { place, title: step } = (await seen(newcomerId, w.people.amina)).steps[1]!
    await w.do(giveNewcomer, { newcomerId, personId: w.amina }, w.people.amina)
    const give = (more: object = {}, actor = w.people.amina) =>
      w.do(giveStep, { newcomerId, place, personId: w.dario, due: "2026-05-20", ...more }, actor)
    for (const due of ["2026-05-01", "2029-01-01"]) await assert.rejects(give({ due }), { message: /due/ })
    await assert.rejects(give({ place: 1, due: "2026-05-20" }), { code: "newcomers.contact_has_hours" })
    await assert.rejects(give({ personId: w.ines }), { code: "not_found" })
    await assert.rejects(seen(newcomerId, w.people.dario), { code: "not_found" })
    await give()
    const { steps, may } = await seen(newcomerId, w.people.dario)
    assert.deepEqual([steps[1]!.whose, steps[1]!.due?.toString()], ["Dario Lemmens", "2026-05-20"])
    const mays: Partial<Record<string, boolean>> = may
    assert.deepEqual(
      [mays["newcomers.give"], mays["newcomers.giveStep"], mays["newcomers.stop"]],
      [false, false, false],
    )
    // Before its turn it is theirs to see, and the welcomer’s step is not theirs to do.
    await assert.rejects(done(newcomerId, 1, w.people.dario), { code: "not_allowed" })
    assert.equal(await lineOf(newcomerId, w.people.dario), undefined)
    await done(newcomerId, 1)
    assert.equal((await lineOf(newcomerId, w.people.dario, later(24 * 17)))?.key, "welcome.waiting.step")
    assert.equal(await lineOf(newcomerId, w.people.amina, later(24 * 17)), undefined)
    const inMay = (actor: Actor) =>
      w.look((db) =>
        stepsDueBetween(
          { from: Temporal.PlainDate.from("2026-05-01"), to: Temporal.PlainDate.from("2026-05-31") },
          { ...w.equipment, actor, db, now: w.now },
        ),
      )
    assert.deepEqual(
      (await inMay(w.people.dario)).map(({ id, day }) => [id, day.toString()]),
      [[newcomerId, "2026-05-20"]],
    )
    assert.ok(!(await inMay(w.people.amina)).some(({ id }) => id === newcomerId))
    const [letter] = await letters(newcomerId, "welcome-step")
    const told = await composed(stepLetter, letter)
    assert.match(told!.text, new RegExp(step))
    await w.do(planStep, { newcomerId, due: "2026-05-25" }, w.people.dario)
    await done(newcomerId, place, w.people.dario)
    await assert.rejects(seen(newcomerId, w.people.dario), { code: "not_found" })
    assert.equal(await composed(stepLetter, letter), null)
    await assert.rejects(give(), { code: "newcomers.not_open" })
  })

  it("gives a step back to whoever welcomes", async () => {
    const newcomerId = await noted()
    await w.do(giveStep, { newcomerId, place: 2, personId: w.dario }, w.people.amina)
    assert.equal((await letters(newcomerId, "welcome-step")).length, 1)
    await w.do(giveStep, { newcomerId, place: 2, personId: null }, w.people.amina)
    await assert.rejects(seen(newcomerId, w.people.dario), { code: "not_found" })
  })

  it("is found by name on the way, by who may see it, and told beside the person", async () => {
    const newcomerId = await noted({ family_name: "Vandenbroucke-Noël" })
    const find = (q: string, actor: Actor) =>
      w.look((db) => findOnTheWay(q, { ...w.equipment, actor, db, now: w.now })).then((all) => all.map(({ id }) => id))
    assert.deepEqual(await find("noel nora", w.people.amina), [newcomerId])
    for (const actor of [w.people.dario, w.people.ines, w.people.oscar]) assert.deepEqual(await find("noel", actor), [])
    await w.do(giveNewcomer, { newcomerId, personId: w.dario }, w.people.amina)
    assert.deepEqual(await find("vandenb", w.people.dario), [newcomerId])
    const { person_id: personId } = await row(newcomerId)
    const of = async (actor: Actor) => (await w.ask(readArrivals, { personId }, actor)).rows
    assert.deepEqual(
      (await of(w.people.amina)).map(({ source, welcomer, recorded, sees }) => [source, welcomer, recorded, sees]),
      [["market", "Dario Lemmens", "Amina Belkacem", true]],
    )
    for (const actor of [w.people.ines, w.people.oscar]) assert.deepEqual(await of(actor), [])
  })

  it("keeps the steps a journey began with", async () => {
    const newcomerId = await noted()
    await w.do(
      setSteps,
      {
        bodyId: w.lisle,
        steps: [
          { title: "Contact", days: 2 },
          { title: "Fin", days: 7 },
        ],
      },
      w.people.amina,
    )
    assert.equal((await seen(newcomerId, w.people.amina)).steps.length, 4)
    assert.equal((await seen(await noted(), w.people.amina)).steps.length, 2)
    const two = [
      { title: "Contact", days: 2, membership: true },
      { title: "Fin", days: 7 },
    ]
    await assert.rejects(w.do(setSteps, { bodyId: w.lisle, steps: two }, w.people.amina), /welcome.first_is_contact/)
  })
})
