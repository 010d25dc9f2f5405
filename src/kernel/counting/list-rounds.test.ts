import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { stepInWords } from "./count-in-words.ts"
import { chance, seeds } from "./for-tests.ts"
import { firstListRound, regionalRounds } from "./list-rounds.ts"

const ties = { votes: true, order: [0, 1, 2, 3, 4, 5, 6] }
const region = (votes: number[], order: typeof ties | null = ties) =>
  firstListRound(votes.map(BigInt), 100, regionalRounds, order)
const names = ["Ouest", "Nord", "Sud", "Est", "Mer", "Lac", "Mont"]
const said = ({ steps }: ReturnType<typeof region>) => steps.map((one) => stepInWords("fr", one, names))

describe("the first round of a regional list election", () => {
  it("shares out the seats when a list has more than half, a quarter of them first", () => {
    const found = region([501, 300, 150, 49])
    // 25 to the first; 75 by the highest average between the lists of 5 %, 49 of 1000 being fewer;
    // 300 / 24 is 150 / 12: the last seat goes to the list with more votes.
    assert.deepEqual(found.seats!.seats, [25 + 40, 24, 11, 0])
    assert.deepEqual([found.seats!.bonusTo, found.next, found.required], [0, null, 501n])
    assert.match(said(found)[0]!, /^Ouest a plus de la moitié des 1 000 suffrages exprimés \(il en fallait 501\)/)
  })

  it("has a second one when none has: half is not more than half", () => {
    const found = region([500, 300, 100, 99, 1])
    assert.equal(found.seats, null)
    assert.deepEqual(found.next, { stay: [0, 1, 2], join: [3] })
    assert.deepEqual(said(found), [
      "Aucune liste n’a plus de la moitié des 1 000 suffrages exprimés (il en fallait 501) : il y a un second tour.",
      "Ouest, Nord et Sud peuvent se maintenir au second tour.",
      "Est, qui a au moins 5 % des suffrages exprimés, peut fusionner avec une liste qui se maintient.",
    ])
  })

  it("lets a list of just a tenth stand, and one of just a twentieth join (L346: “au moins égal”)", () => {
    assert.deepEqual(region([450, 350, 100, 50, 49, 1]).next, { stay: [0, 1, 2], join: [3] })
  })

  it("keeps two lists where one alone, or none, has a tenth", () => {
    const one = region([400, 89, 88, 87, 86, 85, 84])
    assert.deepEqual(one.next, { stay: [0, 1], join: [2, 3, 4, 5, 6] })
    assert.match(said(one)[1]!, /^Moins de deux listes ont 10/)
    const none = firstListRound([99n, 98n, ...Array.from({ length: 9 }, () => 89n)], 100, regionalRounds, ties)
    assert.deepEqual([none.next!.stay, none.next!.join.length], [[0, 1], 9])
  })

  it("tells of equals at the second place, who all stay unless an order was declared", () => {
    const votes = [400, 88, 88, 88, 88, 88, 88]
    const open = region(votes, null)
    assert.deepEqual([open.next!.stay, open.tie], [[0, 1, 2, 3, 4, 5, 6], { among: [1, 2, 3, 4, 5, 6], places: 1 }])
    assert.deepEqual(region(votes, { votes: true, order: [6, 5, 4, 3, 2, 1, 0] }).next!.stay, [0, 6])
  })

  it("has nobody go on where nobody voted", () => {
    assert.deepEqual(region([0, 0, 0]).next, { stay: [], join: [] })
  })

  it("decides or goes on, whatever the votes, and never to the harm of who has more", () => {
    for (const seed of seeds) {
      const pick = chance(seed)
      const votes = Array.from({ length: 1 + pick(9) }, () => BigInt(pick(3) === 0 ? pick(9000) : pick(900)))
      const order = { votes: true, order: votes.map((_, list) => list) }
      const { seats, next } = firstListRound(votes, 93, regionalRounds, order)
      assert.equal(seats === null, next !== null)
      if (seats)
        assert.equal(
          seats.seats.reduce((sum, one) => sum + one, 0),
          93,
        )
      const rank = (list: number) => (next!.stay.includes(list) ? 2 : next!.join.includes(list) ? 1 : 0)
      for (const [a, x] of votes.entries())
        for (const [b, y] of votes.entries()) if (next && x > y) assert.ok(rank(a) >= rank(b), `seed ${seed}`)
      const voted = votes.filter((one) => one > 0n).length
      if (next) assert.ok(next.stay.length >= Math.min(2, voted), `seed ${seed}`)
    }
  })
})
