import { giveStep } from "./give-step.ts"
import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { trio } from "../../../../tests/trio.ts"
import { changePerson } from "../../people/change.ts"
import { listPeople } from "../../people/list.ts"
import { readPerson } from "../../people/read-person.ts"
import { readHeld } from "../../privacy/read-held.ts"
import { overrideRule } from "../../secretariat/rulebook/override.ts"
import { applyForNewcomer } from "./apply.ts"
import { readBoard } from "./board.ts"
import { correctNewcomer } from "./correct.ts"
import { finishStep } from "./finish.ts"
import { giveNewcomer } from "./give.ts"
import { identifyNewcomer } from "./identify.ts"
import { listNewcomers } from "./list.ts"
import { pauseNewcomer, resumeNewcomer } from "./pause.ts"
import { planStep } from "./plan.ts"
import { revokeNewcomerLink } from "./revoke.ts"
import { showDetails } from "./show-details.ts"
import { stopNewcomer } from "./stop.ts"
import { givenLetter, introductionLetter } from "../letters/given.ts"
import { readPage } from "../page/read.ts"
import { setPage } from "../page/set.ts"
import { readWelcomeStatistics } from "../statistics/read.ts"
import { setSteps } from "../steps/set.ts"
import type { World } from "../../../../tests/world.ts"
import { fourSteps, type WelcomeWorld, welcomeWorld } from "../welcome-for-tests.ts"

let w: World
let page: WelcomeWorld["page"]
let who: WelcomeWorld["who"]
let noted: WelcomeWorld["noted"]
let row: WelcomeWorld["row"]
let seen: WelcomeWorld["seen"]
let done: WelcomeWorld["done"]
let lineOf: WelcomeWorld["lineOf"]
let later: WelcomeWorld["later"]
let letters: WelcomeWorld["letters"]
let composed: WelcomeWorld["composed"]
before(async () => {
  ;({ w, page, who, noted, row, seen, done, lineOf, later, letters, composed } = await welcomeWorld())
})
after(() => w.end())

describe("who takes care of a newcomer", () => {
  trio(
    () => w,
    [
      { command: setPage, capability: "welcome.manage", input: () => page(true) },
      {
        command: setSteps,
        capability: "welcome.manage",
        input: () => ({ bodyId: w.lisle, steps: fourSteps }),
      },
      { command: correctNewcomer, capability: "welcome.manage", input: async () => corrected(await noted()) },
      {
        command: giveNewcomer,
        capability: "welcome.manage",
        input: async () => ({ newcomerId: await noted(), personId: w.amina, context: "Aime le vélo" }),
      },
      {
        command: finishStep,
        capability: "welcome.manage",
        input: async () => ({ newcomerId: await noted(), place: 1, word: "Appelée" }),
      },
      {
        command: planStep,
        capability: "welcome.manage",
        input: async () => {
          const newcomerId = await noted()
          await done(newcomerId, 1)
          return { newcomerId, due: "2026-06-01" }
        },
      },
      {
        command: giveStep,
        capability: "welcome.manage",
        input: async () => ({ newcomerId: await noted(), place: 2, personId: w.amina, due: "2026-06-01" }),
      },
      {
        command: pauseNewcomer,
        capability: "welcome.manage",
        input: async () => {
          const newcomerId = await noted()
          await done(newcomerId, 1)
          return { newcomerId, until: "2026-09-01", why: "Examens" }
        },
      },
      {
        command: resumeNewcomer,
        capability: "welcome.manage",
        input: async () => {
          const newcomerId = await noted()
          await done(newcomerId, 1)
          await w.do(pauseNewcomer, { newcomerId, until: "2026-09-01" }, w.people.amina)
          return { newcomerId }
        },
      },
      { command: applyForNewcomer, capability: "welcome.manage", input: async () => ({ newcomerId: await noted() }) },
      { command: stopNewcomer, capability: "welcome.manage", input: async () => ({ newcomerId: await noted() }) },
      { command: revokeNewcomerLink, capability: "welcome.manage", input: async () => ({ newcomerId: await noted() }) },
      {
        command: identifyNewcomer,
        capability: "welcome.manage",
        input: async () => ({
          newcomerId: await noted({ given_name: "Dario", family_name: "Lemmens", email: null }),
          personId: null,
        }),
      },
    ],
  )

  const corrected = (newcomerId: string) => {
    const { bodyId: _, ...fields } = who()
    return { ...fields, newcomerId }
  }

  it("is noted by any member, by nobody else, and only with their yes and a way to reach them", async () => {
    assert.ok(await noted({}, w.people.dario))
    await assert.rejects(noted({}, w.people.ines), { code: "not_allowed" })
    await assert.rejects(noted({}, w.people.oscar), { code: "not_found" })
    await assert.rejects(noted({ agreed: null }), /agreed: required/)
    await assert.rejects(noted({ email: null, phone: null }), /phone: welcome.reach/)
  })

  it("is seen by the secretariat from the first hour while nobody has them, and as late with the hours after 48", async () => {
    const newcomerId = await noted()
    assert.equal((await lineOf(newcomerId, w.people.amina))?.key, "welcome.waiting.nobody")
    assert.equal(await lineOf(newcomerId, w.people.dario), undefined)
    await w.do(giveNewcomer, { newcomerId, personId: w.dario }, w.people.amina)
    const first = await lineOf(newcomerId, w.people.dario)
    assert.deepEqual([first?.key, first?.facts?.["left"]], ["welcome.waiting.contact", 48])
    assert.equal(await lineOf(newcomerId, w.people.amina, later(47)), undefined)
    for (const actor of [w.people.amina, w.people.dario]) {
      const late = await lineOf(newcomerId, actor, later(50))
      assert.deepEqual([late?.key, late?.facts?.["hours"]], ["welcome.waiting.late", 50])
    }
    assert.equal((await seen(newcomerId, w.people.amina, later(50))).late_hours, 50)
    await w.do(finishStep, { newcomerId, place: 1 }, w.people.dario, { now: later(51) })
    assert.equal(await lineOf(newcomerId, w.people.amina, later(52)), undefined)
  })

  it("is answered within the hours of the rulebook of the body", async () => {
    const sister = await w.holding(["welcome.manage", "bodies.manage"], w.brume)
    await w.do(
      overrideRule,
      {
        bodyId: w.brume,
        key: "eu.all.welcome.first_contact",
        value: 24,
        validFrom: "2026-01-01",
        basis: "ROI, art. 9",
      },
      sister,
    )
    const newcomerId = await noted({ bodyId: w.brume }, sister)
    assert.equal((await lineOf(newcomerId, sister, later(23)))?.key, "welcome.waiting.nobody")
    assert.equal((await lineOf(newcomerId, sister, later(24)))?.key, "welcome.waiting.late")
  })

  it("is one activity for a volunteer: their own newcomers, and no other record", async () => {
    const mine = await noted()
    const other = await noted()
    await w.do(giveNewcomer, { newcomerId: mine, personId: w.dario, context: "Préfère le soir" }, w.people.amina)
    const { manages, known, handovers } = await seen(mine, w.people.dario)
    assert.deepEqual([manages, known, handovers[0]?.context], [false, [], "Préfère le soir"])
    await assert.rejects(seen(other, w.people.dario), { code: "not_found" })
    const board = await w.ask(readBoard, { bodyId: w.lisle }, w.people.dario)
    assert.ok(board.rows.every(({ welcomer_id }) => welcomer_id === w.dario))
    assert.equal(board.unconfirmed, 0)
    const { rows } = await w.ask(listNewcomers, { bodyId: w.lisle }, w.people.dario)
    assert.ok(rows.length > 0 && rows.every(({ welcomer_id }) => welcomer_id === w.dario))
    // The record among the people, the page and the figures are not theirs to open.
    const { person_id } = await row(mine)
    await assert.rejects(w.ask(readPerson, { personId: person_id }, w.people.dario), { code: "not_found" })
    await assert.rejects(w.do(changePerson, { personId: person_id, phone: "1" }, w.people.dario), {
      code: "not_allowed",
    })
    await assert.rejects(w.ask(readHeld, { personId: person_id }, w.people.dario), { code: "not_found" })
    await assert.rejects(w.ask(readPage, { bodyId: w.lisle }, w.people.dario), { code: "not_found" })
    await assert.rejects(w.ask(readWelcomeStatistics, { bodyId: w.lisle }, w.people.dario), { code: "not_found" })
    const people = await w
      .ask(listPeople, { bodyId: w.lisle }, w.people.dario)
      .catch(() => ({ rows: [] as { id: string }[] }))
    assert.ok(!people.rows.some(({ id }) => id === person_id))
    for (const command of [identifyNewcomer, revokeNewcomerLink])
      await assert.rejects(w.do(command, { newcomerId: mine, personId: null }, w.people.dario), { code: "not_allowed" })
    await done(mine, 1, w.people.dario)
    // Handed over, it is theirs no longer; nobody is given to somebody of elsewhere, or unseen.
    await assert.rejects(w.do(giveNewcomer, { newcomerId: mine, personId: w.ines }, w.people.amina), {
      code: "not_found",
    })
    await w.do(giveNewcomer, { newcomerId: mine, personId: w.amina }, w.people.dario)
    await assert.rejects(seen(mine, w.people.dario), { code: "not_found" })
  })

  it("shows the newcomer who welcomes them by name, and the rest only when that one allows it", async () => {
    const newcomerId = await noted()
    await w.do(giveNewcomer, { newcomerId, personId: w.dario, context: "Secret entre nous" }, w.people.amina)
    const [sending] = await letters(newcomerId, "welcome-introduction")
    const before = (await composed(introductionLetter, sending))!.text
    assert.match(before, /Dario Lemmens/)
    assert.doesNotMatch(before, /dario@lisle.example|Secret/)
    await w.do(showDetails, { email: true, phone: false }, w.people.dario)
    assert.match((await composed(introductionLetter, sending))!.text, /dario@lisle.example/)
    await w.do(showDetails, { email: false, phone: false }, w.people.dario)
    const [given] = await w.look((db) =>
      db
        .selectFrom("sendings")
        .selectAll()
        .where("kind", "=", "welcome-given")
        .orderBy("id", "desc")
        .limit(1)
        .execute(),
    )
    assert.match((await composed(givenLetter, given))!.text, /Secret entre nous/)
    await w.do(giveNewcomer, { newcomerId, personId: w.amina }, w.people.amina)
    assert.equal(await composed(givenLetter, given), null, "what is somebody else's is not told any more")
    assert.equal(await composed(introductionLetter, sending), null)
  })
})
