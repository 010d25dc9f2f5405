import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { seatsOf } from "./seats.ts"

describe("the seats of a half circle", () => {
  it("are as many as asked, in the box, and touch one another nowhere", () => {
    for (const count of [0, 1, 2, 9, 23, 57, 87, 209, 577]) {
      const { seats, radius } = seatsOf(count)
      assert.equal(seats.length, count)
      for (const { x, y } of seats) assert.ok(Math.abs(x) <= 1 && y <= 0.001 && y >= -1, `${count}: ${x}, ${y}`)
      const near = seats.some((a, i) =>
        seats.some((b, k) => i < k && Math.hypot(a.x - b.x, a.y - b.y) < 2 * radius * 0.999),
      )
      assert.equal(near, false, String(count))
    }
  })

  it("go from the left to the right, so that a group is a slice", () => {
    const { seats } = seatsOf(87)
    assert.ok(seats.slice(0, 20).every(({ x }) => x < 0))
    assert.ok(seats.slice(-20).every(({ x }) => x > 0))
  })
})
