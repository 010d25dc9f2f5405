import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { system } from "../../../kernel/job.ts"
import { erasePerson } from "../../privacy/erasure/erase.ts"
import { readBoard } from "../journey/board.ts"
import { correctNewcomer } from "../journey/correct.ts"
import { forgetNewcomer } from "../journey/forget.ts"
import { identifyNewcomer } from "../journey/identify.ts"
import { revokeNewcomerLink } from "../journey/revoke.ts"
import { stopNewcomer } from "../journey/stop.ts"
import { confirmLetter } from "../letters/confirm.ts"
import { receivedLetter } from "../letters/received.ts"
import { askToBeWelcomed } from "./ask.ts"
import { confirmNewcomer } from "./confirm.ts"
import { eraseOld, forgetOld } from "./nightly.ts"
import { publicRoutes } from "./public-page.ts"
import { setPage } from "./set.ts"
import { standingRoutes } from "./standing-page.ts"
import type { World } from "../../../../tests/world.ts"
import { type WelcomeWorld, welcomeWorld } from "../welcome-for-tests.ts"

let w: World
let stranger: WelcomeWorld["stranger"]
let page: WelcomeWorld["page"]
let who: WelcomeWorld["who"]
let noted: WelcomeWorld["noted"]
let asked: WelcomeWorld["asked"]
let row: WelcomeWorld["row"]
let seen: WelcomeWorld["seen"]
let done: WelcomeWorld["done"]
let lineOf: WelcomeWorld["lineOf"]
let later: WelcomeWorld["later"]
let letters: WelcomeWorld["letters"]
let composed: WelcomeWorld["composed"]
let ask: WelcomeWorld["ask"]
let linkIn: WelcomeWorld["linkIn"]
before(async () => {
  ;({ w, stranger, page, who, noted, asked, row, seen, done, lineOf, later, letters, composed, ask, linkIn } =
    await welcomeWorld())
})
after(() => w.end())

describe("the page of a body open to all", () => {
  const corrected = (newcomerId: string) => {
    const { bodyId: _, ...fields } = who()
    return { ...fields, newcomerId }
  }

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
})
