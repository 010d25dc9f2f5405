import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import type { Paragraph } from "./paragraph.ts"
import { carryOver, fatesOf } from "./carry-over.ts"
import { consolidate } from "../../modules/amendments/consolidate.ts"
import type { Operation } from "./operation.ts"

const old = [
  "Article 1er",
  "La Région verse une aide de 100 000 euros aux communes rurales.",
  "L’aide est versée en une fois, au printemps.",
  "Article 2",
  "Un rapport est rendu chaque année au conseil régional par le Président.",
]
const doing = (from: number, to: number, ...put: string[]): Operation => ({ from, to, put, was: old.slice(from, to) })
const carried = (operation: Operation, next: string[]) => carryOver(operation, fatesOf(old, next), next)

describe("an amendment when its base changes", () => {
  it("follows its paragraph to another place", () => {
    const next = ["Vu le budget ;", ...old]
    const asked = doing(2, 3, "L’aide est versée en deux fois, au printemps.")
    assert.deepEqual(carried(asked, next), { operation: { ...asked, from: 3, to: 4 } })
    assert.deepEqual(carried(doing(3, 3, "Elle est indexée."), next).operation.from, 4)
    const moved = [old[3]!, old[4]!, old[0]!, old[1]!, old[2]!]
    assert.deepEqual(carried(asked, moved), { operation: { ...asked, from: 4, to: 5 } })
  })

  it("keeps what it asks when other words of its paragraph changed", () => {
    const next = old.with(1, "La Région verse une aide de 100 000 euros aux communes de montagne.")
    const { operation, snag } = carried(
      doing(1, 2, "La Région verse une aide de 150 000 euros aux communes rurales."),
      next,
    )
    assert.equal(snag, undefined)
    assert.deepEqual(operation.put, ["La Région verse une aide de 150 000 euros aux communes de montagne."])
  })

  it("is to be taken up when its words changed, went, or were granted", () => {
    const asked = doing(1, 2, "La Région verse une aide de 150 000 euros aux communes rurales.")
    const other = old.with(1, "La Région verse une aide de 120 000 euros aux communes rurales.")
    assert.equal(carried(asked, other).snag, "changed")
    assert.equal(carried(asked, old.with(1, asked.put[0]!)).snag, "done")
    assert.equal(carried(asked, old.toSpliced(1, 1)).snag, "gone")
    assert.deepEqual(carried(asked, old.toSpliced(1, 1)).operation, asked)
    assert.equal(carried(doing(1, 3), other).snag, "changed")
  })

  it("is the same when the base is", () => {
    const text = fc.array(fc.constantFrom("un", "deux trois", "Article 4", "quatre cinq six", ""), {
      minLength: 1,
      maxLength: 8,
    })
    fc.assert(
      fc.property(text, fc.nat(7), fc.nat(2), (base, at, length) => {
        const from = Math.min(at, base.length)
        const to = Math.min(from + length, base.length)
        const operation: Operation = { from, to, was: base.slice(from, to), put: ["autre chose"] }
        assert.deepEqual(carryOver(operation, fatesOf(base, base), base), { operation })
      }),
    )
  })
})

describe("a consolidated text", () => {
  const base = old.map((text): Paragraph => ({ is: text.startsWith("Article") ? "article" : "paragraph", text }))
  const after = (...taken: { id: string; operations: Operation[] }[]) => {
    const { rows, leftOut } = consolidate(base, taken)
    return { texts: rows.flatMap((row) => row.after?.text ?? []), leftOut }
  }

  it("holds several amendments, of one paragraph too", () => {
    const { texts, leftOut } = after(
      { id: "1", operations: [doing(1, 2, "La Région verse une aide de 150 000 euros aux communes rurales.")] },
      { id: "2", operations: [doing(1, 2, "La Région verse une aide de 100 000 euros aux communes.")] },
      { id: "3", operations: [doing(2, 3), doing(5, 5, "Article 3", "Le Président exécute.")] },
      { id: "4", operations: [doing(3, 3, "Elle est indexée.")] },
    )
    assert.deepEqual(leftOut, [])
    assert.deepEqual(texts, [
      "Article 1er",
      "La Région verse une aide de 150 000 euros aux communes.",
      "Elle est indexée.",
      "Article 2",
      old[4],
      "Article 3",
      "Le Président exécute.",
    ])
  })

  it("leaves out, by name, the one that cannot go with another", () => {
    const { texts, leftOut } = after(
      { id: "1", operations: [doing(1, 3)] },
      { id: "2", operations: [doing(2, 3, "L’aide est versée en deux fois, au printemps.")] },
    )
    assert.deepEqual(leftOut, [{ id: "2", because: "1" }])
    assert.equal(texts.length, 3)
  })
})
