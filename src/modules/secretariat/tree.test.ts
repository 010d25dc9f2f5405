import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import fc from "fast-check"
import { type World, world } from "../../../tests/world.ts"
import { listMatters } from "../matters/list.ts"
import { closeMatter } from "../matters/close.ts"
import { openMatter } from "../matters/open.ts"
import { findPeople, sightOf } from "../people/contract.ts"
import { createBody } from "./bodies/create.ts"
import { mergeBody } from "./bodies/merge.ts"
import { moveBody } from "./bodies/move.ts"
import { readBody } from "./bodies/read.ts"
import { splitBody } from "./bodies/split.ts"
import { readTree } from "./bodies/tree.ts"

let w: World
before(async () => {
  w = await world()
})
after(() => w.end())

let count = 0
const body = async (parentId: string, name = `Équipe ${count}`) =>
  (
    await w.do(
      createBody,
      { parentId, name, code: `T${count++}`, profile: "be-wallonia-chapter", founderId: w.amina },
      w.people.amina,
    )
  ).bodyId
const move = (bodyId: string, underId: string, actor = w.people.amina) => w.do(moveBody, { bodyId, underId }, actor)
const lines = () => w.look((db) => db.selectFrom("bodies").select(["id", "parent_id", "line"]).execute())
/** Somebody of this body alone, whose dues are paid. */
const member = async (bodyId: string) => {
  const person = await w.holding([], bodyId)
  const dues_until = Temporal.PlainDate.from("2026-12-31")
  await w.look((db) =>
    db.updateTable("memberships").set({ dues_until }).where("person_id", "=", person.personId).execute(),
  )
  return person
}

describe("bodies.move", () => {
  it("is done by who looks after both, and by nobody else", async () => {
    const [one, other] = [await body(w.lisle), await body(w.lisle)]
    await assert.rejects(move(one, other, w.people.oscar), { code: "not_found" })
    await assert.rejects(move(one, other, w.people.dario), { code: "not_allowed" })
    await assert.rejects(move(one, w.brume), { code: "bodies.not_yours" })
    const keeper = await w.holding(["bodies.manage"], one)
    await assert.rejects(move(one, other, keeper), { code: "bodies.not_yours" })
    await move(one, other)
    await assert.rejects(move(one, other), { code: "bodies.already_there" })
  })

  it("takes along all that stands below", async () => {
    const [one, other] = [await body(w.lisle), await body(w.lisle)]
    const below = await body(one)
    await move(one, other)
    const found = (await lines()).find(({ id }) => id === below)!
    assert.deepEqual(found.line, [w.lisle, other, one, below])
  })

  it("never makes a circle, whatever the moves: each line is the way from the top", async () => {
    const all = [w.lisle, ...(await Promise.all(Array.from({ length: 5 }, () => body(w.lisle))))]
    const places = fc.nat(all.length - 1)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(places, places), { maxLength: 12 }), async (moves) => {
        for (const [from, to] of moves)
          await move(all[from]!, all[to]!).catch(({ code }) => assert.match(code, /^bodies\./))
        const rows = new Map((await lines()).map((row) => [row.id, row]))
        for (const { id, parent_id, line } of rows.values())
          assert.deepEqual(line, [...(parent_id ? rows.get(parent_id)!.line : []), id])
      }),
      { numRuns: 15 },
    )
  })

  it("is one at a time: two bodies moved under each other at once leave a tree", async () => {
    const [one, other] = [await body(w.lisle), await body(w.lisle)]
    const both = await Promise.allSettled([move(one, other), move(other, one)])
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"])
  })
})

describe("bodies.merge", () => {
  const two = async () => {
    const [old, next] = [await body(w.lisle, "Ancienne"), await body(w.lisle, "Nouvelle")]
    return { old, next, goes: await member(old), stays: await member(old), already: await member(next) }
  }
  const merge = (input: object, actor = w.people.amina) => w.do(mergeBody, input, actor)

  it("is refused to another organisation, to a member, and to who looks after one of the two only", async () => {
    const { old, next } = await two()
    await assert.rejects(merge({ bodyId: old, intoId: next }, w.people.oscar), { code: "not_found" })
    await assert.rejects(merge({ bodyId: old, intoId: next }, w.people.dario), { code: "not_allowed" })
    const one = await w.holding(["bodies.manage", "people.manage"], old)
    await assert.rejects(merge({ bodyId: old, intoId: next }, one), { code: "bodies.not_yours" })
    await assert.rejects(merge({ bodyId: old, intoId: old }), { message: /same_body/ })
    await assert.rejects(merge({ bodyId: old, intoId: next, people: [w.ines] }), { code: "not_found" })
    await assert.rejects(merge({ bodyId: old, intoId: await body(old) }), { code: "bodies.circle" })
  })

  it("carries over those who said yes, with their ring and dues, and closes the old one with a link both ways", async () => {
    const { old, next, goes, stays } = await two()
    const below = await body(old)
    const answer = await merge({ bodyId: old, intoId: next, people: [goes.personId], mandates: true })
    assert.equal(answer.people, 1)
    const rows = await w.look((db) => db.selectFrom("memberships").selectAll().where("body_id", "=", next).execute())
    const carried = rows.find(({ person_id }) => person_id === goes.personId)!
    assert.deepEqual(
      [carried.ring, String(carried.since), String(carried.dues_until)],
      ["member", "2026-05-02", "2026-12-31"],
    )
    assert.ok(!rows.some(({ person_id }) => person_id === stays.personId))
    const was = await w.ask(readBody, { bodyId: old }, w.people.amina)
    const is = await w.ask(readBody, { bodyId: next }, w.people.amina)
    assert.deepEqual([was.became[0]?.id, String(was.body.closed_on), is.came_from[0]?.id], [next, "2026-05-02", old])
    assert.ok(is.below.some(({ id }) => id === below))
    assert.equal(was.may["bodies.merge"], false)
  })

  it("lets the members of the successor read the past, without showing them who did not come along", async () => {
    const { old, next, goes, stays, already } = await two()
    const { matterId } = await w.do(openMatter, { bodyId: old, title: "Le vieux moulin" }, w.people.amina)
    await w.do(closeMatter, { matterId }, w.people.amina)
    const reads = async () =>
      (await w.ask(listMatters, { q: "moulin" }, already)).rows.some(({ id }) => id === matterId)
    assert.equal(await reads(), false)
    await merge({ bodyId: old, intoId: next, people: [goes.personId] })
    assert.equal(await reads(), true)
    const further = await body(w.lisle)
    const { personId } = await member(further)
    await merge({ bodyId: next, intoId: further, people: [] })
    const later = (await w.ask(listMatters, { q: "moulin" }, w.as(personId!))).rows
    assert.ok(
      later.some(({ id }) => id === matterId),
      "and what came before what came before",
    )
    const seen = await w.look(async (db) => {
      const sight = await sightOf({ actor: already, db, now: w.now })
      return (await findPeople({ limit: 200 }, sight, db)).rows.map(({ id }) => id)
    })
    assert.ok(!seen.includes(stays.personId!))
  })

  it("is refused while something is open in the old one, and changes nothing then", async () => {
    const { old, next, goes } = await two()
    await w.do(openMatter, { bodyId: old, title: "En cours" }, w.people.amina)
    await assert.rejects(merge({ bodyId: old, intoId: next, people: [goes.personId] }), { code: "bodies.has_matters" })
    assert.deepEqual((await w.ask(readBody, { bodyId: next }, w.people.amina)).came_from, [])
  })
})

describe("bodies.split", () => {
  it("founds each new one beside the old with those who said yes; open, the old one keeps its past to itself", async () => {
    const old = await body(w.lisle)
    const goes = await member(old)
    const founder = await member(old)
    const { matterId } = await w.do(openMatter, { bodyId: old, title: "Le lavoir" }, w.people.amina)
    const into = (more: object = {}) => [
      { name: "Nord", code: `N${count++}`, founderId: founder.personId, people: [goes.personId], ...more },
    ]
    await assert.rejects(w.do(splitBody, { bodyId: old, into: into() }, w.people.oscar), { code: "not_found" })
    await assert.rejects(w.do(splitBody, { bodyId: old, into: into() }, w.people.dario), { code: "not_allowed" })
    await assert.rejects(w.do(splitBody, { bodyId: old, into: into({ code: "BRU" }) }, w.people.amina), {
      message: /code_taken/,
    })
    const { bodyIds, people } = await w.do(splitBody, { bodyId: old, into: into() }, w.people.amina)
    assert.equal(people, 2)
    const made = await w.ask(readBody, { bodyId: bodyIds[0]! }, w.people.amina)
    assert.deepEqual([made.body.parent_id, made.came_from[0]?.id], [w.lisle, old])
    const elsewhere = await member(bodyIds[0]!)
    assert.equal((await w.ask(listMatters, { q: "lavoir" }, elsewhere)).rows.length, 0)
    await w.do(closeMatter, { matterId }, w.people.amina)
    await w.do(splitBody, { bodyId: old, into: into({ name: "Sud", people: [] }), closes: true }, w.people.amina)
    assert.equal((await w.ask(listMatters, { q: "lavoir" }, elsewhere)).rows.length, 1)
  })
})

describe("bodies.tree", () => {
  it("gives one level at a time, and finds by name, accents forgiven, with the way there", async () => {
    const one = await body(w.lisle, "Été à vélo")
    const deep = await body(one, "Ateliers d’été")
    const level = async (input: object) => (await w.ask(readTree, input, w.people.dario)).rows
    assert.ok((await level({})).some(({ id, children }) => id === w.lisle && children > 0))
    assert.ok((await level({ underId: w.lisle })).some(({ id, children }) => id === one && children === 1))
    const [found] = await level({ q: "ateliers d’ete" })
    assert.deepEqual([found?.id, found?.path], [deep, ["Locale de Lisle", "Été à vélo"]])
    assert.deepEqual(await w.ask(readTree, { q: "été" }, w.people.oscar).then(({ rows }) => rows), [])
  })
})
