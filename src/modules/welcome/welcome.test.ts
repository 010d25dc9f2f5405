import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { trio } from "../../../tests/trio.ts"
import { type World, world } from "../../../tests/world.ts"
import { inOrganisation } from "../../kernel/db.ts"
import { system } from "../../kernel/job.ts"
import type { Actor } from "../../kernel/rule.ts"
import { type Waiting, waitingFor } from "../../kernel/waiting.ts"
import { acceptApplication } from "../members/applications/accept.ts"
import { completeApplication } from "../members/applications/record.ts"
import { changePerson } from "../people/change.ts"
import { listPeople } from "../people/list.ts"
import { readPerson } from "../people/read-person.ts"
import { erasePerson } from "../privacy/erasure/erase.ts"
import { readHeld } from "../privacy/read-held.ts"
import { overrideRule } from "../secretariat/rulebook/override.ts"
import { applyForNewcomer } from "./journey/apply.ts"
import { readBoard } from "./journey/board.ts"
import { correctNewcomer } from "./journey/correct.ts"
import { finishStep } from "./journey/finish.ts"
import { forgetNewcomer } from "./journey/forget.ts"
import { giveNewcomer } from "./journey/give.ts"
import { identifyNewcomer } from "./journey/identify.ts"
import { listNewcomers } from "./journey/list.ts"
import { pauseNewcomer, resumeNewcomer } from "./journey/pause.ts"
import { planStep } from "./journey/plan.ts"
import { readNewcomer } from "./journey/read.ts"
import { recordNewcomer } from "./journey/record.ts"
import { revokeNewcomerLink } from "./journey/revoke.ts"
import { showDetails } from "./journey/show-details.ts"
import { stopNewcomer } from "./journey/stop.ts"
import { confirmLetter } from "./letters/confirm.ts"
import { givenLetter, introductionLetter } from "./letters/given.ts"
import { receivedLetter } from "./letters/received.ts"
import { stoppedLetter } from "./letters/stopped.ts"
import { askToBeWelcomed } from "./page/ask.ts"
import { confirmNewcomer } from "./page/confirm.ts"
import { eraseOld, forgetOld } from "./page/nightly.ts"
import { publicRoutes } from "./page/public-page.ts"
import { readPage } from "./page/read.ts"
import { setPage } from "./page/set.ts"
import { standingRoutes } from "./page/standing-page.ts"
import { readWelcomeStatistics } from "./statistics/read.ts"
import { setSteps } from "./steps/set.ts"

describe("welcome", () => {
  let w: World
  let stranger: Actor
  before(async () => {
    w = await world()
    stranger = { organisation: w.organisation, personId: null, via: "link", language: "fr" }
    await w.do(setPage, page(true), w.people.amina)
  })
  after(() => w.end())

  let drawn = 0
  const page = (open: boolean, more: object = {}) => ({
    bodyId: w.lisle,
    slug: "lisle",
    offer: "Venez.\n\nNous sommes au marché le samedi.",
    dataWords: "Vos coordonnées servent à vous répondre.",
    open,
    ...more,
  })
  const who = (more: object = {}) => ({
    bodyId: w.lisle,
    given_name: "Nora",
    family_name: `Passante${++drawn}`,
    email: `nora${drawn}@ailleurs.example`,
    phone: "0470 11 22 33",
    wish: "help",
    message: "Je connais bien le quartier.",
    ...more,
  })
  const noted = async (more: object = {}, actor = w.people.amina) =>
    (await w.do(recordNewcomer, who({ source: "market", agreed: "spoken", ...more }), actor)).newcomerId
  const asked = async (more: object = {}) =>
    (await w.do(askToBeWelcomed, who({ agreed: true, ...more }), stranger)).newcomerId
  const row = (newcomerId: string) =>
    w.look((db) => db.selectFrom("newcomers").selectAll().where("id", "=", newcomerId).executeTakeFirstOrThrow())
  const seen = (newcomerId: string, actor: Actor, at = w.now) => w.ask(readNewcomer, { newcomerId }, actor, at)
  const done = (newcomerId: string, place: number, actor = w.people.amina, more: object = {}) =>
    w.do(finishStep, { newcomerId, place, word: "Vu", ...more }, actor)
  const today = (actor: Actor, now = w.now): Promise<Waiting[]> =>
    inOrganisation(w.db, w.organisation, (tx) => waitingFor({ ...w.equipment, actor, db: tx, now }))
  const lineOf = async (newcomerId: string, actor: Actor, now = w.now) =>
    (await today(actor, now)).find(({ at }) => at === `/arrivants/${newcomerId}`)
  const later = (hours: number) => w.now.add({ hours })
  const letters = (newcomerId: string, kind: string) =>
    w.look(async (db) => {
      const all = await db.selectFrom("sendings").selectAll().where("kind", "=", kind).execute()
      return all.filter(({ content }) => (content as { newcomer_id?: string }).newcomer_id === newcomerId)
    })
  const composed = (composer: typeof confirmLetter, sending: unknown) =>
    w.look((db) =>
      composer(sending as never, {
        ...w.equipment,
        actor: system(w.organisation),
        db,
        now: w.now,
        once: (_key, make) => make(),
      }),
    )
  const ask = (
    route: (typeof publicRoutes)[number],
    params: Record<string, string>,
    body: Record<string, unknown> = {},
    query: Record<string, string> = {},
  ) =>
    route.handle({
      params,
      query,
      body,
      headers: { "accept-language": "fr" },
      cookies: {},
      ip: "",
      files: async function* () {},
      actor: async () => undefined,
      db: w.db,
      equipment: w.equipment,
    })
  const linkIn = (text: string, letter: string) => new RegExp(`/${letter}/(v1\\.[\\w.-]+)`).exec(text)![1]!

  trio(
    () => w,
    [
      { command: setPage, capability: "welcome.manage", input: () => page(true) },
      {
        command: setSteps,
        capability: "welcome.manage",
        input: () => ({
          bodyId: w.lisle,
          steps: [
            { title: "Premier contact", days: 2 },
            { title: "Café", days: 7 },
            { title: "Réunion", days: 21 },
            { title: "Adhésion", days: 30, membership: true },
          ],
        }),
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

  it("opens a page only when the secretariat does, and its commands to nobody who is signed in", async () => {
    const [get] = publicRoutes
    assert.equal((await ask(get!, { slug: "lisle" })).status, 200)
    await w.do(setPage, page(false), w.people.amina)
    assert.equal((await ask(get!, { slug: "lisle" })).status, 404)
    assert.equal((await ask(get!, { slug: "rien-de-tel" })).status, 404)
    await assert.rejects(asked(), { code: "not_found" })
    await w.do(setPage, page(true), w.people.amina)
    for (const actor of [w.people.amina, w.people.dario])
      await assert.rejects(w.do(askToBeWelcomed, who({ agreed: true }), actor), { code: "not_allowed" })
    const newcomerId = await asked()
    await assert.rejects(w.do(confirmNewcomer, { newcomerId }, w.people.amina), { code: "not_allowed" })
    await assert.rejects(w.do(forgetNewcomer, { newcomerId: await noted() }, w.people.amina), { code: "not_allowed" })
  })

  it("refuses an address that another page has, and letters that no address holds", async () => {
    await assert.rejects(w.do(setPage, page(true, { slug: "Lisle é" }), w.people.amina), /slug: welcome.slug$/)
    const brume = await w.holding(["welcome.manage"], w.brume)
    await assert.rejects(w.do(setPage, page(true, { bodyId: w.brume }), brume), /slug: welcome.slug_taken/)
  })

  it("goes from the page to a person of the file, through the letter, and keeps the words agreed to", async () => {
    const [get, post, , confirmPost] = publicRoutes
    const email = "sarah@page.example"
    const form = {
      given_name: "Sarah",
      family_name: "Duchemin",
      email,
      wish: "member",
      message: "Bonjour",
      website: "",
    }
    assert.match(String((await ask(get!, { slug: "lisle" })).body), /Nous sommes au marché/)
    // Without the box nothing is sent, and what was typed is still there.
    const refused = await ask(post!, { slug: "lisle" }, form)
    assert.equal(refused.status, 422)
    assert.match(String(refused.body), /value="Duchemin"/)
    // A machine is thanked like the others, and nothing is written.
    const count = () =>
      w
        .look((db) => db.selectFrom("newcomers").select("id").where("email", "=", email).execute())
        .then((all) => all.length)
    assert.equal((await ask(post!, { slug: "lisle" }, { ...form, agreed: "1", website: "http://x" })).status, 303)
    assert.equal(await count(), 0)
    assert.equal((await ask(post!, { slug: "lisle" }, { ...form, agreed: "1" })).status, 303)
    assert.equal((await ask(post!, { slug: "lisle" }, { ...form, agreed: "1" })).status, 303)
    assert.equal(await count(), 1, "an address is not written to twice in an hour")

    const newcomer = await w.look((db) =>
      db.selectFrom("newcomers").selectAll().where("email", "=", email).executeTakeFirstOrThrow(),
    )
    assert.equal(newcomer.state, "unconfirmed")
    await assert.rejects(seen(newcomer.id, w.people.amina), { code: "not_found" })
    const board = await w.ask(readBoard, { bodyId: w.lisle }, w.people.amina)
    assert.ok(!board.rows.some(({ id }) => id === newcomer.id))
    assert.ok(board.unconfirmed >= 1)
    assert.equal(await lineOf(newcomer.id, w.people.amina), undefined)

    const [sending] = await letters(newcomer.id, "welcome-confirm")
    const letter = await composed(confirmLetter, sending)
    const token = linkIn(letter!.text, "c")
    assert.equal((await ask(publicRoutes[2]!, { token })).status, 200)
    assert.equal((await row(newcomer.id)).state, "unconfirmed", "opening changes nothing")
    const there = await ask(confirmPost!, { token }, { yes: "1" })
    assert.equal(there.status, 303)
    const after = await row(newcomer.id)
    assert.equal(after.state, "open")
    assert.ok(after.person_id && after.made_person)
    const [ring] = await w.look((db) =>
      db.selectFrom("memberships").select("ring").where("person_id", "=", after.person_id).execute(),
    )
    assert.equal(ring!.ring, "contact")
    const [consent] = await w.look((db) =>
      db.selectFrom("consents").selectAll().where("person_id", "=", after.person_id).execute(),
    )
    assert.match(consent!.words, /^J’accepte que[\s\S]*Locale de Lisle[\s\S]*Vos coordonnées servent/)
    const [received] = await letters(newcomer.id, "welcome-received")
    const text = (await composed(receivedLetter, received))!.text
    const standing = await ask(standingRoutes[0]!, { token: linkIn(text, "n") })
    assert.match(String(standing.body), /Sarah, où en êtes-vous/)
    assert.match(String(standing.body), /Nous choisissons qui vous répondra/)
    assert.doesNotMatch(String(standing.body), /Belkacem/)
    // A second click, and a forged link.
    assert.equal((await ask(confirmPost!, { token }, { yes: "1" })).status, 303)
    assert.equal((await letters(newcomer.id, "welcome-received")).length, 1)
    assert.equal((await ask(publicRoutes[2]!, { token: `${token.slice(0, -4)}AAAA` })).status, 404)
  })

  it("is erased after seven days without confirmation, its letter too", async () => {
    const newcomerId = await asked()
    const [sending] = await letters(newcomerId, "welcome-confirm")
    const night = (hours: number) =>
      w.look((db) => eraseOld({ ...w.equipment, actor: system(w.organisation), db, now: later(hours) }))
    await night(24 * 7 - 1)
    assert.ok(await row(newcomerId))
    await night(24 * 7 + 1)
    await assert.rejects(row(newcomerId))
    const kept = await w.look((db) =>
      db.selectFrom("sendings").selectAll().where("id", "=", sending!.id).executeTakeFirstOrThrow(),
    )
    assert.deepEqual([kept.address, kept.content], ["", {}])
  })

  it("leaves no word behind once their person is erased, nor once they stopped longer ago than people are kept", async () => {
    const erased = await noted({}, w.people.amina)
    await done(erased, 1)
    const { person_id } = await row(erased)
    await w.do(erasePerson, { personId: person_id }, w.people.amina)
    const stopped = await noted({ given_name: "Dario", family_name: "Lemmens" })
    await w.do(stopNewcomer, { newcomerId: stopped }, w.people.amina)
    const night = (months: number) =>
      w.look((db) =>
        forgetOld({
          ...w.equipment,
          actor: system(w.organisation),
          db,
          now: w.now.toZonedDateTimeISO("UTC").add({ months }).toInstant(),
        }),
      )
    await night(35)
    assert.deepEqual([(await row(erased)).given_name, (await row(stopped)).given_name], ["", "Dario"])
    const words = await w.look((db) =>
      db
        .selectFrom("newcomer_steps")
        .select("word")
        .where("newcomer_id", "=", erased)
        .where("word", "is not", null)
        .execute(),
    )
    assert.equal(words.length, 0)
    await night(37)
    assert.equal((await row(stopped)).given_name, "")
  })

  it("never makes a second person silently: of the same address in any chapter", async () => {
    const newcomerId = await noted({ given_name: "Daria", family_name: "Autre", email: "DARIO@lisle.example" })
    assert.equal((await row(newcomerId)).person_id, null)
    const { known } = await seen(newcomerId, w.people.amina)
    assert.deepEqual(
      known.map(({ id }) => id),
      [w.dario],
    )
    await w.do(identifyNewcomer, { newcomerId, personId: w.dario }, w.people.amina)
    assert.equal((await row(newcomerId)).person_id, w.dario)
    await assert.rejects(w.do(identifyNewcomer, { newcomerId, personId: w.dario }, w.people.amina), {
      code: "newcomers.identified_already",
    })
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

  it("is forgotten by one click in their own letter, and the link closes", async () => {
    const newcomerId = await noted()
    const { person_id } = await row(newcomerId)
    const [sending] = await letters(newcomerId, "welcome-received")
    const token = linkIn((await composed(receivedLetter, sending))!.text, "n")
    const [get, post] = standingRoutes
    assert.equal((await ask(get!, { token })).status, 200)
    assert.equal((await row(newcomerId)).forgotten_at, null, "opening changes nothing")
    assert.match(String((await ask(post!, { token }, { forget: "1" })).body), /n’a plus rien de vous/)
    const gone = await row(newcomerId)
    assert.deepEqual([gone.given_name, gone.email, gone.message, gone.person_id], ["", null, null, null])
    const person = await w.look((db) =>
      db.selectFrom("people").select(["email", "erased_on"]).where("id", "=", person_id).executeTakeFirstOrThrow(),
    )
    assert.deepEqual([person.email, person.erased_on?.toString() !== undefined], [null, true])
    const [request] = await w.look((db) =>
      db.selectFrom("privacy_requests").selectAll().where("person_id", "=", person_id).execute(),
    )
    assert.deepEqual([request!.kind, request!.state], ["erasure", "answered"])
    const left = await letters(newcomerId, "welcome-received")
    assert.equal(left.length, 0)
    assert.equal((await ask(get!, { token })).status, 404)
  })

  it("leaves alone who is known otherwise: the journey goes, the request waits for the secretariat", async () => {
    const newcomerId = await noted({ email: "dario@lisle.example" })
    await w.do(identifyNewcomer, { newcomerId, personId: w.dario }, w.people.amina)
    const { erased } = await w.do(forgetNewcomer, { newcomerId }, stranger)
    assert.equal(erased, false)
    assert.equal((await row(newcomerId)).given_name, "")
    const [request] = await w.look((db) =>
      db.selectFrom("privacy_requests").selectAll().where("person_id", "=", w.dario).execute(),
    )
    assert.deepEqual([request!.kind, request!.state], ["objection", "open"])
    const dario = await w.look((db) =>
      db.selectFrom("people").select("given_name").where("id", "=", w.dario).executeTakeFirstOrThrow(),
    )
    assert.equal(dario.given_name, "Dario")
  })

  it("closes the links sent before, when somebody revokes them or the address changes", async () => {
    const newcomerId = await noted()
    const [sending] = await letters(newcomerId, "welcome-received")
    const token = linkIn((await composed(receivedLetter, sending))!.text, "n")
    await w.do(revokeNewcomerLink, { newcomerId }, w.people.amina)
    assert.equal((await ask(standingRoutes[0]!, { token })).status, 404)
    const fresh = linkIn((await composed(receivedLetter, sending))!.text, "n")
    assert.equal((await ask(standingRoutes[0]!, { token: fresh })).status, 200)
    await w.do(correctNewcomer, corrected(newcomerId), w.people.amina)
    assert.equal((await ask(standingRoutes[0]!, { token: fresh })).status, 404)
    assert.equal(await composed(receivedLetter, sending), null, "a letter to the old address tells nothing")
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
