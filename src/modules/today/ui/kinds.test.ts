import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { byKind } from "./kinds.ts"

const things = (key: string, count: number) => Array.from({ length: count }, (_, n) => ({ key, n }))
const told = (of: { key: string; n: number }[]) =>
  byKind(of).map(({ key, shown, rest }) => [key, shown.length, rest.length])

describe("what waits, kind by kind", () => {
  it("shows five lines of a kind, and past five four and a number, which never stands for one alone", () => {
    assert.deepEqual(told(things("answer", 5)), [["answer", 5, 0]])
    assert.deepEqual(told(things("answer", 6)), [["answer", 4, 2]])
    assert.deepEqual(told(things("answer", 40)), [["answer", 4, 36]])
    assert.deepEqual(told([]), [])
  })

  it("keeps the kinds in the order their first comes, and the lines in theirs", () => {
    const mixed = [...things("hold", 1), ...things("answer", 6), ...things("hold", 1)]
    assert.deepEqual(told(mixed), [
      ["hold", 2, 0],
      ["answer", 4, 2],
    ])
    assert.deepEqual(
      byKind(things("answer", 6)).flatMap(({ shown, rest }) => [...shown, ...rest].map(({ n }) => n)),
      [0, 1, 2, 3, 4, 5],
    )
  })
})
