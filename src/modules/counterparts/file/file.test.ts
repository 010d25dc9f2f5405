import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import { system } from "../../../kernel/job.ts"
import type { Actor } from "../../../kernel/rule.ts"
import { foundBody } from "../../bodies/contract.ts"
import { tablesOut } from "../../exports/tables-out.ts"
import { addInstitution } from "../../offices/add-institution.ts"
import { pickInstitution } from "../../offices/pick-institution.ts"
import { logExchange } from "../exchanges/log.ts"
import { waiting } from "../waiting.ts"
import { addCounterpart } from "./add.ts"
import { changeCounterpart } from "./change.ts"
import { copyCounterpart } from "./copy.ts"
import { eraseCounterpart } from "./erase.ts"
import { knowCounterpart, unknowCounterpart } from "./know.ts"
import { listCounterparts, pickCounterparts, readCounterpartFilters } from "./list.ts"
import { readPress, takeAddresses } from "./press.ts"
import { readCounterpart } from "./read-counterpart.ts"
import { beginRole, changeRole } from "./roles.ts"
import { checkCounterparts, endCounterparts, tagCounterparts, takeBackCounterparts } from "./several.ts"

let w: World
before(async () => {
  w = await world()
})
after(() => w.end())

let count = 0
const organisation = async (more: object = {}, actor?: Actor, bodyId = w.lisle) =>
  (
    await w.do(
      addCounterpart,
      { bodyId, nature: "organisation", kind: "association", name: `Natagora ${++count}`, ...more },
      actor ?? w.people.amina,
    )
  ).counterpartId
const person = async (more: object = {}) =>
  (
    await w.do(
      addCounterpart,
      { bodyId: w.lisle, nature: "person", given_name: "Zoé", name: `Æbischer ${++count}`, ...more },
      w.people.amina,
    )
  ).counterpartId
const names = async (asked: object, actor = w.people.amina) =>
  (await w.ask(listCounterparts, { bodyId: w.lisle, ...asked }, actor)).rows.map(({ name }) => name)
/** A body of this organisation with public means, kept by Amina as well. */
const groupOf = async (actor: Actor): Promise<string> =>
  inOrganisation(w.db, w.organisation, async (tx) => {
    const given = { ...w.equipment, db: tx, actor: system(w.organisation), now: w.now }
    const bodyId = await foundBody(
      { name: `Groupe ${++count}`, code: `GR${count}`, profile: "fr-regional-group" },
      given,
    )
    await tx
      .insertInto("grants")
      .values(
        (["counterparts.read", "counterparts.manage"] as const).map((capability) => ({
          organisation_id: w.organisation,
          id: crypto.randomUUID(),
          person_id: actor.personId!,
          capability,
          body_id: bodyId,
          since: Temporal.PlainDate.from("2026-01-01"),
          until: Temporal.PlainDate.from("2026-12-31"),
          granted_by: w.dario,
          reason: "essai",
          revoked_on: null,
        })) as never,
      )
      .execute()
    return bodyId
  })

describe("counterparts", () => {
  trio(
    () => w,
    [
      {
        command: addCounterpart,
        capability: "counterparts.manage",
        input: () => ({ bodyId: w.lisle, nature: "organisation", name: `Cercle ${++count}` }),
      },
    ],
  )

  // Whoever keeps the file reads it: the right mandate holds both.
  const keeper = () => w.holding(["counterparts.read", "counterparts.manage"])
  const reader = () => w.holding(["counterparts.read"])

  it("are kept by whoever keeps the file, and by nobody who only reads it or is only a member", async () => {
    const one = await person()
    const outsideId = await organisation()
    const { roleId } = await w.do(beginRole, { counterpartId: one, outsideId, title: "présidente" }, w.people.amina)
    const acts = [
      [changeCounterpart, { counterpartId: one, name: "Æbischer", given_name: "Zoé" }],
      [beginRole, { counterpartId: one, outsideId, title: "secrétaire" }],
      [changeRole, { roleId, title: "présidente", since: null, until: "2026-04-01" }],
      [checkCounterparts, { counterpartIds: [one] }],
      [tagCounterparts, { counterpartIds: [one], theme: "Eau" }],
      [endCounterparts, { counterpartIds: [one] }],
      [takeBackCounterparts, { counterpartIds: [one] }],
      [eraseCounterpart, { counterpartId: one }],
    ] as const
    for (const [command, input] of acts) {
      await assert.rejects(w.do(command, input, w.people.oscar), { code: "not_found" }, command.name)
      await assert.rejects(w.do(command, input, w.people.dario), { code: "not_found" }, command.name)
      await assert.rejects(w.do(command, input, w.people.ines), { code: "not_found" }, command.name)
      await assert.rejects(w.do(command, input, await reader()), { code: "not_allowed" }, command.name)
      await w.do(command, input, await keeper())
    }
  })

  it("are read by those who read the file; being a member of the body is not enough", async () => {
    const id = await organisation({ name: "Terre-en-vue" })
    await assert.rejects(w.ask(readCounterpart, { counterpartId: id }, w.people.dario), { code: "not_found" })
    await assert.rejects(w.ask(readCounterpartFilters, { bodyId: w.lisle }, w.people.dario), { code: "not_found" })
    await assert.rejects(w.ask(readPress, { bodyId: w.lisle }, w.people.dario), { code: "not_found" })
    assert.deepEqual(await names({}, w.people.dario), [])
    assert.deepEqual(await names({ q: "terre" }, w.people.dario), [])
    assert.deepEqual(await w.ask(pickCounterparts, { q: "terre" }, w.people.dario), [])
    assert.deepEqual(await names({ q: "terre" }, await reader()), ["Terre-en-vue"])
  })

  it("are found by words anywhere, accents forgiven: by name, theme, place and the paper they write for", async () => {
    const paper = await organisation({ name: "L’Écho de la Vesle", kind: "media", territory: "Grand-Lisle" })
    await person({
      given_name: "Hélène",
      name: "Dupré-Aït",
      outsideId: paper,
      title: "rédactrice",
      themes: ["Énergie", "logement"],
    })
    for (const q of ["dupre", "helene dup", "energie", "ait echo", "Écho DUPRÉ", "duprr"])
      assert.ok((await names({ q })).includes("Hélène Dupré-Aït"), q)
    assert.ok((await names({ q: "grand lisle" })).includes("L’Écho de la Vesle"))
    assert.deepEqual(await names({ q: "%" }), [])
    assert.deepEqual(await names({ q: "rédactrice de mode" }), [])
    assert.deepEqual((await names({ kind: "media" })).toSorted(), ["Hélène Dupré-Aït", "L’Écho de la Vesle"])
    assert.deepEqual(await names({ theme: "énergie" }), ["Hélène Dupré-Aït"])
    assert.deepEqual(await names({ territory: "Grand-Lisle" }), ["L’Écho de la Vesle"])
    await w.do(changeCounterpart, { counterpartId: paper, name: "La Gazette", kind: "media" }, w.people.amina)
    assert.ok((await names({ q: "gazette helene" })).includes("Hélène Dupré-Aït"))
  })

  it("have roles in several organisations, that end without being deleted", async () => {
    const [a, b] = [await organisation({ name: "Amis du Bief" }), await organisation({ name: "Bourse du travail" })]
    const contact = await person({ outsideId: a, title: "trésorier", since: "2024-01-01" })
    await w.do(beginRole, { counterpartId: contact, outsideId: b, title: "délégué" }, w.people.amina)
    const { roles } = await w.ask(readCounterpart, { counterpartId: contact }, w.people.amina)
    assert.deepEqual(
      roles.map(({ other_name, title }) => [other_name, title]),
      [
        ["Amis du Bief", "trésorier"],
        ["Bourse du travail", "délégué"],
      ],
    )
    const change = { roleId: roles[0]!.id, title: "trésorier", since: "2024-01-01" }
    await assert.rejects(
      w.do(changeRole, { ...change, until: "2023-12-31" }, w.people.amina),
      (error: any) => error.issues[0].code === "ends_before",
    )
    await w.do(changeRole, { ...change, until: "2026-05-01" }, w.people.amina)
    const after = await w.ask(readCounterpart, { counterpartId: a }, w.people.amina)
    assert.equal(after.roles[0]!.until!.toString(), "2026-05-01")
    assert.deepEqual(await names({ outside: a }), ["Amis du Bief"])
    assert.deepEqual(await names({ q: "bief zoe" }), [])
    await assert.rejects(
      w.do(beginRole, { counterpartId: a, outsideId: b, title: "x" }, w.people.amina),
      (error: any) => error.issues[0].code === "not_a_person",
    )
    await assert.rejects(
      w.do(beginRole, { counterpartId: contact, outsideId: contact, title: "x" }, w.people.amina),
      (error: any) => error.issues[0].code === "not_an_organisation",
    )
  })

  it("are refused once when the file knows the name or the address", async () => {
    await organisation({ name: "Inter-Environnement", email: "info@iew.example" })
    await assert.rejects(organisation({ name: "inter environnement" }), { code: "counterparts.known" })
    await assert.rejects(organisation({ email: "INFO@iew.example" }), { code: "counterparts.known" })
    await organisation({ name: "Inter-Environnement", sure: true })
  })

  it("have a website of the web, or none", async () => {
    for (const website of ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
      await assert.rejects(organisation({ website }), (error: any) => error.issues[0].path[0] === "website", website)
    await organisation({ website: "https://exemple.be/lisle" })
  })

  it("pass to another file of the same means, without their note, and never across the wall", async () => {
    const id = await organisation({ name: "Ligue des familles", note: "Parle à voix basse." })
    const group = await groupOf(w.people.amina)
    await assert.rejects(w.do(copyCounterpart, { counterpartId: id, bodyId: group }, w.people.amina), {
      code: "counterparts.wall",
      facts: { from: "party", to: "public" },
    })
    const ofGroup = await organisation({ name: "Cabinet" }, w.people.amina, group)
    await assert.rejects(w.do(copyCounterpart, { counterpartId: ofGroup, bodyId: w.lisle }, w.people.amina), {
      code: "counterparts.wall",
      facts: { from: "public", to: "party" },
    })
    const other = await groupOf(w.people.amina)
    const { counterpartId } = await w.do(copyCounterpart, { counterpartId: ofGroup, bodyId: other }, w.people.amina)
    const copy = await w.ask(readCounterpart, { counterpartId }, w.people.amina)
    assert.deepEqual(
      [copy.counterpart.name, copy.counterpart.note, copy.counterpart.means],
      ["Cabinet", null, "public"],
    )
    // Neither by a search, a choice or an export of the other file, for whoever keeps both.
    for (const asked of [{ q: "Cabinet" }, {}]) {
      const { rows } = await w.ask(listCounterparts, { bodyId: w.lisle, ...asked, limit: 200 }, w.people.amina)
      assert.ok(!rows.some(({ id: one }) => one === ofGroup))
    }
    assert.deepEqual(await w.ask(pickCounterparts, { bodyId: w.lisle, q: "Cabinet" }, w.people.amina), [])
    const out = await w.look((db) =>
      tablesOut.counterparts.rows({ bodyId: w.lisle }, {
        ...w.equipment,
        db,
        actor: w.people.amina,
        now: w.now,
      } as never),
    )
    assert.ok(out.length > 0 && !out.some(([name]) => name === "Cabinet"))
    // Nor as the institution of a mandate that the party records.
    await assert.rejects(
      w.do(
        addInstitution,
        { bodyId: w.lisle, outsideId: ofGroup, kind: "commission", level: "regional" },
        w.people.amina,
      ),
      { code: "not_found" },
    )
    const picked = await w.ask(pickInstitution, { bodyId: w.lisle, q: "Cabinet" }, w.people.amina)
    assert.deepEqual(
      picked.map(({ from }) => from),
      ["new"],
    )
    // Neither by a role, nor by an exchange.
    const contact = await person()
    await assert.rejects(
      w.do(beginRole, { counterpartId: contact, outsideId: ofGroup, title: "x" }, w.people.amina),
      (error: any) => error.issues[0].code === "not_of_this_body",
    )
    await assert.rejects(
      w.do(
        logExchange,
        { bodyId: w.lisle, kind: "call", on: "2026-05-01", about: "x", theirsIds: [contact, ofGroup] },
        w.people.amina,
      ),
      (error: any) => error.issues[0].code === "not_of_this_body",
    )
    await assert.rejects(w.do(checkCounterparts, { counterpartIds: [contact, ofGroup] }, w.people.amina), {
      code: "not_found",
    })
    // Who keeps only the file of the group does not learn that the other one exists.
    const sam = await w.holding(["counterparts.read", "counterparts.manage"], w.brume)
    await assert.rejects(w.do(copyCounterpart, { counterpartId: id, bodyId: w.brume }, sam), { code: "not_found" })
  })

  it("are known by those who met them, and by those who say so", async () => {
    const id = await person()
    for (const on of ["2026-03-01", "2026-04-01"])
      await w.do(
        logExchange,
        { bodyId: w.lisle, kind: "call", on, about: "Point", theirsIds: [id], oursIds: [w.dario] },
        w.people.amina,
      )
    await w.do(
      logExchange,
      { bodyId: w.lisle, kind: "call", on: "2026-04-15", about: "Point", theirsIds: [id], oursIds: [w.amina] },
      w.people.amina,
    )
    await assert.rejects(w.do(knowCounterpart, { counterpartId: id }, w.people.dario), { code: "not_found" })
    const sam = await reader()
    await w.do(knowCounterpart, { counterpartId: id, how: "voisine" }, sam)
    const { known_by } = await w.ask(readCounterpart, { counterpartId: id }, w.people.amina)
    assert.deepEqual(
      known_by.map(({ name, exchanges, last_on, says, how }) => [
        name.split(" ")[0],
        exchanges,
        last_on?.toString(),
        says,
        how,
      ]),
      [
        ["Dario", 2, "2026-04-01", false, ""],
        ["Amina", 1, "2026-04-15", false, ""],
        ["Sam", 0, undefined, true, "voisine"],
      ],
    )
    await w.do(unknowCounterpart, { counterpartId: id }, sam)
    assert.equal((await w.ask(readCounterpart, { counterpartId: id }, w.people.amina)).known_by.length, 2)
  })

  it("are to be checked when nobody has dealt with them for as long as the rulebook says", async () => {
    const [old, met, fresh] = [
      await organisation({ name: "Vieux Cercle" }),
      await organisation({ name: "Cercle Vivant" }),
      await organisation({ name: "Cercle Neuf" }),
    ]
    await w.look((db) =>
      db
        .updateTable("counterparts")
        .set({ checked_on: Temporal.PlainDate.from("2024-10-01") })
        .where("id", "in", [old, met])
        .execute(),
    )
    await w.do(
      logExchange,
      { bodyId: w.lisle, kind: "call", on: "2026-01-10", about: "Vœux", theirsIds: [met] },
      w.people.amina,
    )
    assert.deepEqual(await names({ state: "stale" }), ["Vieux Cercle"])
    const line = async (actor = w.people.amina) =>
      (await w.look((db) => waiting({ ...w.equipment, db, actor, now: w.now } as never))).filter(
        ({ key }) => key === "counterparts.waiting.stale",
      )
    assert.equal((await line())[0]!.facts!["count"], 1)
    assert.deepEqual(await line(w.people.dario), [])
    await w.do(checkCounterparts, { counterpartIds: [old, fresh] }, w.people.amina)
    assert.deepEqual(await names({ state: "stale" }), [])
    assert.deepEqual(await line(), [])
  })

  it("leave the list and come back, with all that was said", async () => {
    const id = await organisation({ name: "Comité dissous" })
    await w.do(endCounterparts, { counterpartIds: [id] }, w.people.amina)
    assert.deepEqual(await names({ q: "dissous" }), [])
    assert.deepEqual(await names({ state: "ended", q: "dissous" }), ["Comité dissous"])
    await w.do(takeBackCounterparts, { counterpartIds: [id] }, w.people.amina)
    assert.deepEqual(await names({ q: "dissous" }), ["Comité dissous"])
  })

  it("are erased for good when they ask", async () => {
    const id = await person({ name: "Oubliette", email: "oubliette@exemple.be", themes: ["eau"] })
    await w.do(knowCounterpart, { counterpartId: id, how: "cousine" }, w.people.amina)
    await w.do(eraseCounterpart, { counterpartId: id }, w.people.amina)
    const left = await w.look((db) =>
      db.selectFrom("counterparts").selectAll().where("id", "=", id).executeTakeFirstOrThrow(),
    )
    assert.doesNotMatch(JSON.stringify(left), /Oubliette|oubliette|eau"/)
    await assert.rejects(w.do(eraseCounterpart, { counterpartId: await organisation() }, w.people.amina), {
      code: "counterparts.erase_people_only",
    })
  })

  it("of the press give their addresses, and the journal says to whom", async () => {
    const paper = await organisation({ name: "Canal Lisle", kind: "media", email: "redaction@canal.example" })
    const journalist = await person({ outsideId: paper, title: "reporter", email: "zoe@canal.example" })
    const { rows } = await w.ask(readPress, { bodyId: w.lisle, outside: paper }, w.people.amina)
    assert.deepEqual(rows.map(({ email }) => email).toSorted(), ["redaction@canal.example", "zoe@canal.example"])
    const input = { counterpartIds: [paper, journalist] }
    await assert.rejects(w.do(takeAddresses, input, await w.holding(["counterparts.read"])), { code: "not_allowed" })
    await w.do(takeAddresses, input, await w.holding(["counterparts.read", "exports.make"]))
    const event = await w.look((db) =>
      db.selectFrom("events").selectAll().where("name", "=", "counterparts.addressesTaken").executeTakeFirstOrThrow(),
    )
    assert.deepEqual(event.facts, { bodyId: w.lisle, ...input })
  })
})
