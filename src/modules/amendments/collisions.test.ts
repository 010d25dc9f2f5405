import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { collisionsOf } from "./collisions.ts"
import { fallsWith, inOrderOfDiscussion, numbersInOrder } from "./discussion.ts"
import type { Operation } from "../../kernel/amending/operation.ts"

const base = [
  "La Région verse une aide de 100 000 euros aux communes.",
  "L’aide est versée en une fois.",
  "Un rapport est rendu.",
]
const doing = (from: number, to: number, ...put: string[]): Operation => ({ from, to, put, was: base.slice(from, to) })
const amended = (operation: Operation, id = "x") => ({
  id,
  number: id,
  operations: [operation],
  amends_id: null as string | null,
})
const meet = (one: Operation, other: Operation) =>
  collisionsOf([amended(one, "1"), amended(other, "2")]).map(({ how }) => how)

describe("amendments that meet", () => {
  const more = doing(0, 1, "La Région verse une aide de 120 000 euros aux communes.")
  const less = doing(0, 1, "La Région verse une aide de 80 000 euros aux communes.")
  const towns = doing(0, 1, "La Région verse une aide de 100 000 euros aux communes rurales.")

  it("change the same words, or other words of one paragraph", () => {
    assert.deepEqual(meet(more, less), ["words"])
    assert.deepEqual(meet(more, towns), ["paragraph"])
    assert.deepEqual(meet(more, { ...more }), ["same"])
  })

  it("delete what the other changes, among several paragraphs", () => {
    assert.deepEqual(meet(doing(0, 2), more), ["delete"])
    assert.deepEqual(meet(doing(0, 1), doing(1, 2)), [])
  })

  it("insert at one place, which is no meeting with what changes the paragraph beside it", () => {
    assert.deepEqual(meet(doing(1, 1, "Un."), doing(1, 1, "Deux.")), ["place"])
    assert.deepEqual(meet(doing(1, 1, "Un."), doing(1, 2, "L’aide est versée deux fois.")), [])
  })

  it("are called by place, the furthest from the text first", () => {
    const all = [
      amended(doing(1, 1, "Un."), "7"),
      amended(more, "5"),
      amended(doing(0, 1), "9"),
      amended(doing(0, 0, "Titre"), "8"),
    ]
    assert.deepEqual(
      inOrderOfDiscussion(all, "place").map(({ id }) => id),
      ["8", "9", "5", "7"],
    )
    assert.deepEqual(
      inOrderOfDiscussion(all, "number").map(({ id }) => id),
      ["5", "7", "8", "9"],
    )
  })

  it("are followed by what sub-amends them", () => {
    const under = { ...amended(doing(0, 1, "Non."), "2"), amends_id: "5" }
    const all = [amended(doing(0, 1), "9"), amended(more, "5"), under, { ...under, id: "3", number: "1" }]
    const ordered = inOrderOfDiscussion(all, "number")
    assert.deepEqual(
      ordered.map(({ id }) => id),
      ["5", "3", "2", "9"],
    )
    assert.deepEqual(numbersInOrder(ordered), ["1", "1.1", "1.2", "2"])
  })

  it("fall with one that takes their paragraph away, not with one that changes other words of it", () => {
    assert.ok(fallsWith(amended(doing(0, 2)), amended(more)))
    assert.ok(fallsWith(amended(more), amended({ ...more })))
    assert.ok(!fallsWith(amended(more), amended(towns)))
    assert.ok(!fallsWith(amended(doing(0, 1)), amended(doing(1, 1, "Un."))))
  })
})
