import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { system } from "../../../kernel/job.ts"
import type { Actor } from "../../../kernel/rule.ts"
import { addPerson } from "../add.ts"
import { mergePeople } from "../merge/merge.ts"
import { holdApart } from "./apart.ts"
import { listDuplicates } from "./list.ts"
import { findDuplicates, seekDuplicates } from "./seek.ts"

describe("people written twice", () => {
  let w: World
  let amina: Actor
  const ids: Record<string, string> = {}
  before(async () => {
    w = await world()
    amina = w.people.amina
    const add = async (key: string, name: string, more: object = {}, bodyId = w.lisle, by = amina) => {
      const [given_name, family_name] = name.split("/")
      const membership = { ring: "member", since: "2026-01-01" }
      ids[key] = (
        await w.do(addPerson, { given_name, family_name, bodyId, sure: true, membership, ...more }, by)
      ).personId
    }
    await add("zoe", "Zoé/Aït-Saïd", { phone: "0470 12 34 56" })
    await add("zoe folded", "ZOE/ait said")
    await add("swapped", "Aït-Saïd/Zoé")
    await add("letter", "Zoé/Ait-Sayd", { phone: "+32 470 12.34.56" })
    await add("elsewhere", "Paul/Durand", { postcode: "5000" })
    await add("elsewhere too", "Paul/Durand", { postcode: "1000", email: "p@x.example" })
    await add("couple", "Anne/Lejeune", { email: "lejeune@x.example" })
    await add("couple too", "Bruno/Lejeune", { email: "Lejeune@x.example" })
    await add("brume", "Zoé/Aït-Saïd", {}, w.brume, await w.holding(["people.manage"], w.brume))
    await find()
  })
  after(() => w.end())

  const find = () => w.look((db) => findDuplicates({ ...w.equipment, db, now: w.now, actor: system(w.organisation) }))
  const pairs = async (more: object = {}, by = amina) => {
    const { rows } = await w.ask(listDuplicates, { bodyId: w.lisle, ...more }, by)
    const key = (id: string) => Object.entries(ids).find(([, one]) => one === id)?.[0] ?? id
    return new Map(
      rows.map(({ first, second, reasons, likeness }) => [
        [key(first.id), key(second.id)].toSorted().join(" + "),
        { reasons, likeness },
      ]),
    )
  }

  trio(() => w, [{ command: seekDuplicates, capability: "people.manage", input: () => ({ bodyId: w.lisle }) }])

  it("are found by their name without accents, swapped, or with a letter wrong", async () => {
    const found = await pairs()
    assert.deepEqual(found.get("zoe + zoe folded")?.reasons, ["same_name", "same_day"])
    assert.deepEqual(found.get("swapped + zoe")?.reasons, ["swapped", "same_day"])
    assert.deepEqual(found.get("letter + zoe")?.reasons, ["one_letter", "same_phone", "same_day"])
  })

  it("are not two who have the same name and live elsewhere, nor a couple with one mailbox, unless unlikely ones are asked for", async () => {
    const likely = await pairs()
    for (const pair of ["elsewhere + elsewhere too", "couple + couple too"]) assert.ok(!likely.has(pair), pair)
    const all = await pairs({ show: "all" })
    assert.deepEqual(all.get("couple + couple too"), { reasons: ["shared_email"], likeness: 30 })
    assert.ok(all.get("elsewhere + elsewhere too")?.reasons.includes("other_postcode"))
  })

  it("are shown to who keeps both, pages after pages", async () => {
    assert.ok(![...(await pairs({ show: "all" })).keys()].some((pair) => pair.includes("brume")))
    const all = await w.ask(listDuplicates, { bodyId: w.lisle, show: "all" }, amina)
    const seen: string[] = []
    for (let next: string | null | undefined; next !== null;) {
      const page = await w.ask(
        listDuplicates,
        { bodyId: w.lisle, show: "all", limit: 2, ...(next && { after: next }) },
        amina,
      )
      seen.push(...page.rows.map(({ id }) => id))
      next = page.next
    }
    assert.deepEqual(
      seen,
      all.rows.map(({ id }) => id),
    )
    await assert.rejects(w.ask(listDuplicates, { bodyId: w.lisle }, w.people.dario), { code: "not_found" })
  })

  it("are looked for by the name of either", async () => {
    assert.deepEqual([...(await pairs({ show: "all", q: "Lejeune Anne" })).keys()], ["couple + couple too"])
    assert.ok((await pairs({ q: "zoe" })).size > 0)
    assert.equal((await pairs({ q: "personne" })).size, 0)
  })

  it("are never proposed again once they are said to be two people", async () => {
    await w.do(holdApart, { personId: ids["swapped"], otherId: ids["zoe"] }, amina)
    assert.ok(!(await pairs()).has("swapped + zoe"))
    await find()
    assert.ok(!(await pairs()).has("swapped + zoe"))
    assert.ok((await pairs()).has("swapped + zoe folded"))
  })

  it("are no longer there once they are merged", async () => {
    await w.do(mergePeople, { personId: ids["zoe"], goneId: ids["zoe folded"] }, amina)
    assert.ok(![...(await pairs({ show: "all" })).keys()].some((pair) => pair.includes("zoe folded")))
    await find()
    assert.ok(![...(await pairs({ show: "all" })).keys()].some((pair) => pair.includes("zoe folded")))
  })
})
