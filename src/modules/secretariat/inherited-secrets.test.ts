import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type World, world } from "../../../tests/world.ts"
import type { Actor } from "../../kernel/rule.ts"
import { explainRight } from "../mandates/explain.ts"
import { closeMatter } from "../matters/close.ts"
import { openMatter } from "../matters/open.ts"
import { listMatters } from "../matters/list.ts"
import { readMatter } from "../matters/read-matter.ts"
import { createBody } from "./bodies/create.ts"
import { mergeBody } from "./bodies/merge.ts"
import { splitBody } from "./bodies/split.ts"

let w: World
before(async () => {
  w = await world()
})
after(() => w.end())

let count = 0
const body = async () => {
  const code = `H${count++}`
  const given = { parentId: w.lisle, name: `Locale ${code}`, code, profile: "be-wallonia-chapter", founderId: w.amina }
  return (await w.do(createBody, given, w.people.amina)).bodyId
}
/** A confidential matter, closed, so that its body may close. */
const secretOf = async (bodyId: string) => {
  const { matterId } = await w.do(openMatter, { bodyId, title: "Litige du loyer", confidential: true }, w.people.amina)
  await w.do(closeMatter, { matterId }, w.people.amina)
  return matterId
}
const merge = (bodyId: string, intoId: string) => w.do(mergeBody, { bodyId, intoId }, w.people.amina)
const split = async (bodyId: string, closes: boolean) => {
  const into = [{ name: "Nouvelle", code: `H${count++}`, founderId: w.amina }]
  return (await w.do(splitBody, { bodyId, into, closes }, w.people.amina)).bodyIds[0]!
}
const entitled = (bodyId: string) => w.holding(["confidential.read"], bodyId)
/** Found in the list and opened: two ways to ask the same rule. */
const reads = async (matterId: string, actor: Actor) => {
  const listed = (await w.ask(listMatters, { q: "litige", state: "closed" }, actor)).rows.some(
    ({ id }) => id === matterId,
  )
  const opened = await w.ask(readMatter, { matterId }, actor).then(
    () => true,
    ({ code }) => code !== "not_found",
  )
  assert.equal(listed, opened)
  return opened
}
const holds = async (bodyId: string, actor: Actor) =>
  (await w.ask(explainRight, { bodyId, capability: "confidential.read" }, actor)).may

describe("the confidential papers of a body that is no more", () => {
  it("are read by those entitled in the body it became, and by nobody else", async () => {
    const [old, next, other] = [await body(), await body(), await body()]
    const secret = await secretOf(old)
    const [heir, stranger, plain] = [
      await entitled(next),
      await entitled(other),
      await w.holding(["people.read"], next),
    ]
    assert.equal(await reads(secret, heir), false, "not before")
    assert.equal(await holds(old, heir), false)
    await merge(old, next)
    assert.deepEqual([await reads(secret, heir), await holds(old, heir)], [true, true])
    assert.deepEqual([await reads(secret, stranger), await holds(old, stranger)], [false, false])
    assert.deepEqual([await reads(secret, plain), await holds(old, plain)], [false, false])
    assert.equal(await reads(secret, await entitled(w.brume)), false, "nor of a sister chapter")
    const { holders } = await w.ask(explainRight, { bodyId: old, capability: "confidential.read" }, heir)
    assert.ok(holders.length >= 1, "and the page that explains names who may")
  })

  it("follow from body to body", async () => {
    const [old, next, last] = [await body(), await body(), await body()]
    const secret = await secretOf(old)
    const heir = await entitled(last)
    await merge(old, next)
    assert.equal(await reads(secret, heir), false)
    await merge(next, last)
    assert.deepEqual([await reads(secret, heir), await holds(old, heir)], [true, true])
  })

  it("go to those born of its end, and never to who had left it before", async () => {
    const old = await body()
    const left = await split(old, false)
    // Its past, for the test: this one left a year before.
    await w.look((db) =>
      db
        .updateTable("body_origins")
        .set({ on_day: Temporal.PlainDate.from("2025-05-02") })
        .where("body_id", "=", left)
        .execute(),
    )
    const secret = await secretOf(old)
    const born = await split(old, true)
    assert.deepEqual(
      [await reads(secret, await entitled(born)), await reads(secret, await entitled(left))],
      [true, false],
    )
    const further = await body()
    await merge(left, further)
    assert.equal(await reads(secret, await entitled(further)), false, "nor to who took that one in")
  })

  it("lend nothing but reading: its people and its rules stay closed", async () => {
    const [old, next] = [await body(), await body()]
    const keeper = await w.holding(["people.read", "bodies.manage", "confidential.read"], next)
    await merge(old, next)
    for (const capability of ["people.read", "bodies.manage"])
      assert.equal((await w.ask(explainRight, { bodyId: old, capability }, keeper)).may, false)
  })
})
