import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { sql } from "kysely"
import { trio } from "../../../tests/trio.ts"
import { type World, world } from "../../../tests/world.ts"
import { eraseHeld } from "../../kernel/held-of.ts"
import { system } from "../../kernel/job.ts"
import { newId } from "../../kernel/id.ts"
import { addPerson } from "../people/add.ts"
import { listConsents } from "../privacy/consents/list.ts"
import { readSending } from "../post/read-sendings.ts"
import { withdrawConsent } from "../privacy/consents/withdraw.ts"
import { giveTask } from "../tasks/contract.ts"
import { askAgain, forgetLeft } from "./asking/again.ts"
import { sheetRoutes } from "./asking/answer-page.ts"
import { askSheets } from "./asking/ask.ts"
import { askHelp } from "./asking/help.ts"
import { sheetLink } from "./asking/links.ts"
import { readAsking } from "./asking/read-asking.ts"
import { findSkills } from "./grid/find.ts"
import { readGaps } from "./grid/gaps.ts"
import { readGrid } from "./grid/grid.ts"
import { whoToAsk } from "./grid/who.ts"
import { addSkill } from "./list/add.ts"
import { beginSkills } from "./list/begin.ts"
import { changeSkill } from "./list/change.ts"
import { endSkill, reopenSkill } from "./list/end.ts"
import { listSkills } from "./list/list.ts"
import { declineYearly } from "./sheet/decline.ts"
import { readOfPerson, readSheet } from "./sheet/read.ts"
import { saySheet } from "./sheet/say.ts"
import { withdrawSheet } from "./sheet/withdraw.ts"
import { waiting } from "./waiting.ts"

let w: World
before(async () => {
  w = await world()
  await w.do(beginSkills, { bodyId: w.lisle }, w.people.amina)
})
after(() => w.end())

const somebody = async (family_name: string, more: Record<string, unknown> = {}): Promise<string> => {
  const { personId } = await w.do(
    addPerson,
    {
      bodyId: w.lisle,
      given_name: "Léon",
      family_name,
      email: `${family_name.toLowerCase()}@lisle.example`,
      sure: true,
      membership: { ring: "member", since: "2020-01-01" },
      ...more,
    },
    w.people.amina,
  )
  return personId as string
}
const skill = async (name: string): Promise<string> => {
  const { rows } = await w.ask(listSkills, { bodyId: w.lisle }, w.people.amina)
  return rows.find((one) => one.name === name)!.id
}
const added = async (name: string) =>
  (await w.do(addSkill, { bodyId: w.lisle, name, theme: "field" }, w.people.amina)).skillId as string
const said = (personId: string, skills: unknown[], more: Record<string, unknown> = {}, actor = w.as(personId)) =>
  w.do(saySheet, { bodyId: w.lisle, personId, skills, ...more }, actor)
const sheetOf = (personId: string) =>
  w.look((db) => db.selectFrom("skill_sheets").selectAll().where("person_id", "=", personId).executeTakeFirst())

describe("the skills of a body", () => {
  let n = 0
  const fresh = () => added(`Compétence ${++n}`)
  trio(
    () => w,
    [
      {
        command: addSkill,
        capability: "people.manage",
        input: () => ({ bodyId: w.lisle, name: `Neuve ${++n}`, theme: "money" }),
      },
      {
        command: changeSkill,
        capability: "people.manage",
        input: async () => ({ skillId: await fresh(), name: `Autre ${++n}`, theme: "image" }),
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

describe("the grid", () => {
  it("shows all to who reads people, and to members those who wished it, and themselves", async () => {
    const skillId = await added("Dessiner")
    const [open, closed] = [await somebody("Ouvert"), await somebody("Discret")]
    await said(open, [{ skillId, level: "teaches" }], { shared: true })
    await said(closed, [{ skillId, level: "well" }])
    const grid = (actor = w.people.dario) => w.ask(readGrid, { bodyId: w.lisle, skillId }, actor)
    const names = async (actor = w.people.dario) => (await grid(actor)).rows.map(({ name }) => name)
    assert.deepEqual(await names(w.people.amina), ["Léon Discret", "Léon Ouvert"])
    assert.deepEqual(await names(), ["Léon Ouvert"])
    assert.deepEqual(await names(w.as(closed)), ["Léon Discret", "Léon Ouvert"])
    for (const actor of [w.people.ines, w.people.oscar]) await assert.rejects(grid(actor), { code: "not_found" })
    await assert.rejects(w.ask(readGaps, { bodyId: w.lisle }, w.people.dario), { code: "not_found" })
    await assert.rejects(w.ask(whoToAsk, { skillId }, w.people.dario), { code: "not_found" })
    assert.equal((await w.ask(readOfPerson, { personId: closed }, w.people.dario)).bodies.length, 0)
  })

  it("is paged by name without losing anybody", async () => {
    const skillId = await added("Chanter")
    for (const name of ["Un", "Deux", "Trois", "Quatre"])
      await said(await somebody(`Page${name}`), [{ skillId, wants: true }])
    const first = await w.ask(readGrid, { bodyId: w.lisle, skillId, limit: 3 }, w.people.amina)
    const then = await w.ask(readGrid, { bodyId: w.lisle, skillId, limit: 3, after: first.next! }, w.people.amina)
    assert.equal(new Set([...first.rows, ...then.rows].map(({ id }) => id)).size, 4)
    assert.equal(then.next, null)
  })

  it("names first what nobody can do, then what hangs on one person", async () => {
    const [nobody, one, two] = [await added("Jongler"), await added("Traire"), await added("Nager")]
    const [a, b] = [await somebody("Seule"), await somebody("Autre")]
    await said(a, [
      { skillId: one, level: "well" },
      { skillId: two, level: "well" },
    ])
    await said(b, [
      { skillId: nobody, wants: true },
      { skillId: two, level: "some" },
    ])
    await said(await somebody("Troisieme"), [{ skillId: nobody, wants: true }])
    const { rows } = await w.ask(readGaps, { bodyId: w.lisle }, w.people.amina)
    const of = (id: string) => rows.find((gap) => gap.id === id)
    assert.deepEqual([of(nobody)!.knows, of(nobody)!.wants], [0, 2])
    assert.equal(of(one)!.person_name, "Léon Seule")
    assert.equal(of(two), undefined)
    assert.ok(rows.indexOf(of(nobody)!) < rows.indexOf(of(one)!))
  })

  it("says whom to ask with tasks carried and requests made", async () => {
    const skillId = await added("Conduire un bus")
    const [free, busy] = [await somebody("Libre"), await somebody("Charge")]
    for (const personId of [free, busy]) await said(personId, [{ skillId, level: "well" }], { slots: ["4e"] })
    for (const what of ["a", "b", "c"]) await w.do(giveTask, { bodyId: w.lisle, what, ownerId: busy }, w.people.amina)
    const asked = (on = "2026-05-07") => w.ask(whoToAsk, { skillId, on }, w.people.amina)
    assert.deepEqual(
      (await asked()).people.map(({ name, turn }) => [name, turn]),
      [
        ["Léon Libre", "first"],
        ["Léon Charge", "perhaps"],
      ],
    )
    await w.do(askHelp, { skillId, personId: free }, w.people.amina)
    assert.ok((await asked()).people.every(({ turn }) => turn === "perhaps"))
    assert.ok((await asked("2026-05-08")).people.every(({ turn }) => turn === "later"))
  })

  it("is found by its words, as one asks it", async () => {
    const find = (q: string, actor = w.people.dario) =>
      w.look((db) => findSkills(q, { ...w.equipment, actor, db, now: w.now }))
    assert.deepEqual(
      (await find("qui sait faire la cuisine")).map(({ name }) => name),
      ["Cuisiner pour trente"],
    )
    assert.deepEqual(
      (await find("Qui sait cuisiner ?")).map(({ name }) => name),
      ["Cuisiner pour trente"],
    )
    assert.deepEqual(
      (await find("qui sait compter")).map(({ name }) => name),
      ["Tenir les comptes"],
    )
    assert.deepEqual(await find("qui sait compter", w.people.oscar), [])
    assert.deepEqual(await find("%"), [])
  })
})

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

  it("comes back once a year, to who answered and did not mind", async () => {
    const [fresh, old, minds] = [await somebody("Frais"), await somebody("Vieux"), await somebody("Assez")]
    for (const personId of [fresh, old, minds]) await said(personId, [])
    await w.do(declineYearly, { bodyId: w.lisle, personId: minds, declined: true }, w.as(minds))
    await assert.rejects(w.do(declineYearly, { bodyId: w.lisle, personId: minds, declined: false }, w.people.amina), {
      code: "not_allowed",
    })
    await w.look((db) =>
      db
        .updateTable("skill_sheets")
        .set({ confirmed_on: Temporal.PlainDate.from("2025-05-02") })
        .where("person_id", "in", [old, minds])
        .execute(),
    )
    const again = () => w.look((db) => askAgain({ ...w.equipment, actor: system(w.organisation), db, now: w.now }))
    assert.equal(await again(), 1)
    assert.equal(await again(), 0)
    assert.equal((await sheetOf(old))!.asked_on!.toString(), "2026-05-02")
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
