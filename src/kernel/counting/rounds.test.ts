import assert from "node:assert/strict"
import { describe, it } from "node:test"
import type { Bounds } from "./bounds.ts"
import type { Candidate, Count, Election, Ranked } from "./count.ts"
import { countInWords } from "./count-in-words.ts"
import { chance, seeds, shuffled } from "./for-tests.ts"
import { countRound, type RoundsRule, roundsRuleSchema, threeRounds, twoRounds } from "./rounds.ts"

const names = ["Anne", "Lise", "Bo", "Marc", "Zoé"]
/** So many ballots with those names, all of one rank. */
const election = (ballots: [number, ...Candidate[]][], more: Partial<Election> = {}): Election => ({
  title: "",
  candidates: names,
  seats: 1,
  withdrawn: [],
  ties: null,
  ballots: ballots.map(([weight, ...of]) => ({ weight: BigInt(weight), ranks: of.length > 0 ? [of] : [] })),
  ...more,
})
const first = (more: Partial<RoundsRule["before"][number]>): RoundsRule => ({
  before: [{ ...twoRounds.before[0]!, ...more }],
})
/** Deputies of France: L126 and L162 of the code électoral. */
const deputies = first({
  enrolled: [1, 4],
  stay: { kind: "share", share: [1, 8], of: "enrolled", perSeat: 2 },
})
const stays = ({ next }: Count) => next?.candidates.map((one) => names[one])

describe("a majority in several rounds", () => {
  it("elects with more than half of the ballots that name somebody, blank ones apart", () => {
    const cast = election([[50, 0], [30, 1], [19, 2], [40]])
    const found = countRound(cast, twoRounds)
    assert.deepEqual([found.elected, found.next, found.open], [[0], null, null])
    // Half of them is not more than half.
    assert.deepEqual(
      countRound(
        election([
          [49, 0],
          [30, 1],
          [19, 2],
        ]),
        twoRounds,
      ).elected,
      [],
    )
  })

  it("counts the blank ones where the rule says so, those of the file and those that are told", () => {
    const cast = election([[50, 0], [30, 1], [10]])
    assert.deepEqual(countRound(cast, first({ of: "ballots" })).elected, [0])
    assert.deepEqual(countRound(cast, first({ of: "ballots" }), 1, { blank: 10n }).elected, [])
    assert.deepEqual(countRound(cast, twoRounds, 1, { blank: 10n }).elected, [0])
  })

  it("counts raised hands, of which only sums are known, against those who raised one", () => {
    // Ten people for two seats: 9 and 6 hands are no fifteen ballots.
    const hands = election(
      [
        [9, 0],
        [6, 1],
      ],
      { seats: 2 },
    )
    assert.deepEqual(countRound(hands, twoRounds).elected, [0])
    assert.deepEqual(countRound(hands, twoRounds, 1, { expressed: 10n }).elected, [0, 1])
    assert.deepEqual(countRound(hands, first({ of: "ballots" }), 1, { expressed: 10n, blank: 2n }).elected, [0])
  })

  it("takes a fraction as at least that part", () => {
    const rule = first({ majority: { kind: "fraction", fraction: [2, 3] } })
    assert.deepEqual(
      countRound(
        election([
          [20, 0],
          [10, 1],
        ]),
        rule,
      ).elected,
      [0],
    )
    assert.deepEqual(
      countRound(
        election([
          [20, 0],
          [11, 1],
        ]),
        rule,
      ).elected,
      [],
    )
    assert.deepEqual(countRound(election([[9]]), rule).elected, [])
  })

  it("asks a quarter of those enrolled too, and refuses to count without their number", () => {
    const cast = election([
      [30, 0],
      [20, 1],
      [5, 2],
    ])
    assert.deepEqual(countRound(cast, deputies, 1, { enrolled: 120n }).elected, [0])
    const found = countRound(cast, deputies, 1, { enrolled: 121n })
    assert.deepEqual([found.elected, stays(found)], [[], ["Anne", "Lise"]])
    assert.throws(() => countRound(cast, deputies), /enrolled_missing/)
  })

  it("keeps those with a share of those enrolled, and the first two where fewer have it (L162)", () => {
    const cast = election([
      [30, 0],
      [20, 1],
      [15, 2],
      [14, 3],
      [2, 4],
    ])
    assert.deepEqual(stays(countRound(cast, deputies, 1, { enrolled: 120n })), ["Anne", "Lise", "Bo"])
    assert.deepEqual(stays(countRound(cast, deputies, 1, { enrolled: 200n })), ["Anne", "Lise"])
    assert.deepEqual(stays(countRound(cast, deputies, 1, { enrolled: 900n })), ["Anne", "Lise"])
  })

  it("lets the next one stand for whoever withdraws, or nobody", () => {
    const cast = election([
      [30, 0],
      [20, 1],
      [15, 2],
    ])
    assert.deepEqual(stays(countRound(cast, twoRounds, 1, { withdrew: [1] })), ["Anne", "Bo"])
    assert.deepEqual(stays(countRound(cast, first({ withdrawn: "missing" }), 1, { withdrew: [1] })), ["Anne"])
  })

  it("keeps all equals at the last place, or follows the declared order, or stops", () => {
    const cast = election([
      [30, 0],
      [20, 1],
      [20, 2],
      [1, 3],
    ])
    assert.deepEqual(stays(countRound(cast, twoRounds)), ["Anne", "Lise", "Bo"])
    const strict = first({ equals: "declared" })
    assert.deepEqual(stays(countRound({ ...cast, ties: [3, 2, 1, 0, 4] }, strict)), ["Anne", "Bo"])
    const open = countRound(cast, strict)
    assert.deepEqual([open.open, open.next], [{ among: [1, 2], seats: 1, next: true }, null])
    assert.match(countInWords("fr", open, names).at(-1)![0]!, /^Une place au tour suivant reste à départager/)
  })

  it("elects twice by more than half, all standing, and the third time whoever has most", () => {
    const cast = election([
      [8, 0],
      [7, 1],
      [6, 2],
    ])
    for (const round of [1, 2]) assert.deepEqual(stays(countRound(cast, threeRounds, round)), names)
    const last = countRound(cast, threeRounds, 3)
    assert.deepEqual([last.elected, last.next], [[0], null])
  })

  it("gives several seats in order, and the others to the next round", () => {
    const cast = election(
      [
        [40, 0, 1],
        [15, 0, 2],
        [10, 3, 4],
      ],
      { seats: 2 },
    )
    const found = countRound(cast, twoRounds)
    assert.deepEqual(found.elected, [0, 1])
    const rest = countRound({ ...cast, seats: 3 }, twoRounds)
    assert.deepEqual([rest.elected, rest.next!.seats, stays(rest)], [[0, 1], 1, ["Bo", "Marc", "Zoé"]])
    assert.deepEqual(countInWords("fr", rest, names).at(-1), [
      "Anne et Lise sont élu·es. Un siège reste à pourvoir au tour suivant, où peuvent se présenter Bo, Marc et Zoé.",
    ])
  })

  it("leaves open who of some equals over the majority has the last seat", () => {
    const cast = election(
      [
        [10, 0, 1],
        [10, 1, 2],
        [10, 0, 2],
      ],
      { seats: 2 },
    )
    assert.deepEqual(countRound(cast, twoRounds).open, { among: [0, 1, 2], seats: 2 })
    assert.deepEqual(countRound({ ...cast, ties: [2, 0, 1, 3, 4] }, twoRounds).elected, [2, 0])
  })

  it("leaves out a ballot with more names than seats, and says so", () => {
    const found = countRound(
      election([
        [10, 0],
        [30, 1, 2],
      ]),
      twoRounds,
    )
    assert.deepEqual(found.elected, [0])
    assert.equal(countInWords("fr", found, names)[0]![0], "30 bulletins nomment plus de 1 personne et ne comptent pas.")
  })

  it("keeps everybody where nobody named anybody", () => {
    assert.deepEqual(stays(countRound(election([[4]]), twoRounds)), names)
  })

  it("is a rule that can be written down and read again", () => {
    for (const rule of [twoRounds, threeRounds, deputies])
      assert.deepEqual(roundsRuleSchema.parse(JSON.parse(JSON.stringify(rule))), rule)
    assert.throws(() => roundsRuleSchema.parse({ before: [] }))
  })
})

describe("parity in several rounds", () => {
  const women: Bounds = { of: [0, 1, 4], least: 1, most: 1 }

  it("gives the seat that is owed to nobody else, whatever their votes, and says why", () => {
    const cast = election(
      [
        [40, 2, 3],
        [15, 0, 2],
        [10, 4, 3],
      ],
      { seats: 2 },
    )
    const found = countRound(cast, twoRounds, 1, {}, [women])
    assert.deepEqual([found.elected, stays(found)], [[2], ["Anne", "Zoé"]])
    assert.deepEqual(found.next!.bounds, [{ of: [0, 4], least: 1, most: 1 }])
    const said = countInWords("fr", found, names)[0]!.join(" ")
    assert.match(said, /Marc ne peut plus être élu·e : le siège qui reste est gardé/)
  })

  it("keeps for the next round whoever the shares need, be they last", () => {
    const cast = election([
      [20, 2],
      [19, 3],
      [1, 0],
    ])
    const found = countRound(cast, first({ stay: { kind: "first", perSeat: 1 } }), 1, {}, [
      { of: [0, 2, 3], least: 1, most: 1 },
    ])
    assert.deepEqual(stays(found), ["Bo"])
    const two = countRound({ ...cast, seats: 2 }, first({ stay: { kind: "first", perSeat: 1 } }), 1, {}, [
      { of: [0, 1], least: 1, most: 1 },
    ])
    assert.deepEqual([two.elected, stays(two)], [[], ["Anne", "Bo", "Marc"]])
  })
})

describe("any election in rounds", () => {
  const some = (seed: number) => {
    const pick = chance(seed)
    const size = 2 + pick(6)
    const all = Array.from({ length: size }, (_, one) => one)
    const seats = 1 + pick(3)
    const cast = (stand: readonly Candidate[], many: number): Ranked[] =>
      Array.from({ length: 1 + pick(12) }, () => {
        const of = shuffled(stand, pick).slice(0, pick(many + 1))
        return { weight: BigInt(1 + pick(5)), ranks: of.length > 0 ? [of] : [] }
      })
    const ties = shuffled(all, pick)
    const start: Election = {
      title: "",
      candidates: all.map((one) => `Candidate ${one + 1}`),
      seats,
      withdrawn: [],
      ballots: cast(all, seats),
      ties,
    }
    const stay = (
      [
        { kind: "all" },
        { kind: "first", perSeat: 1 + pick(2) },
        { kind: "share", share: [1, 2 + pick(9)], of: "expressed", perSeat: 1 },
      ] as const
    )[pick(3)]!
    const rule = first({ stay: { ...stay } as RoundsRule["before"][number]["stay"] })
    return { start, rule, cast, all, pick }
  }

  it("does not hang on the order of the ballots", () => {
    for (const seed of seeds) {
      const { start, rule, pick } = some(seed)
      const apart = start.ballots.flatMap(({ weight, ranks }) =>
        Array.from({ length: Number(weight) }, () => ({ weight: 1n, ranks })),
      )
      const again = countRound({ ...start, ballots: shuffled(apart, pick) }, rule)
      assert.deepEqual(again, countRound(start, rule), `seed ${seed}`)
    }
  })

  it("never elects more than the seats, and gives all of them in the end to those who are named", () => {
    for (const seed of seeds) {
      const { start, rule, cast } = some(seed)
      const one = countRound(start, rule)
      assert.equal(one.open, null)
      if (!one.next) {
        assert.ok(one.elected.length === start.seats || one.elected.length === start.candidates.length)
        continue
      }
      const { candidates, seats } = one.next
      assert.equal(one.elected.length + seats, start.seats, `seed ${seed}`)
      assert.ok(!candidates.some((candidate) => one.elected.includes(candidate)))
      const withdrawn = start.candidates.map((_, at) => at).filter((at) => !candidates.includes(at))
      const ballots = cast(candidates, seats)
      const two = countRound({ ...start, seats, withdrawn, ballots }, rule, 2)
      const named = new Set(ballots.flatMap(({ ranks }) => ranks.flat()))
      assert.equal(two.elected.length, Math.min(seats, named.size), `seed ${seed}`)
      for (const count of [one, two])
        for (const sentence of countInWords("fr", count, start.candidates).flat()) assert.match(sentence, /\p{L}.*\.$/u)
    }
  })

  it("takes a place from nobody who gains votes", () => {
    for (const seed of seeds) {
      const { start, rule, all } = some(seed)
      const before = countRound(start, rule)
      for (const one of all) {
        const more = { ...start, ballots: [...start.ballots, { weight: 2n, ranks: [[one]] }] }
        const after = countRound(more, rule)
        // More ballots raise the majority as well: whoever was elected is at least in the next round.
        const through = (count: Count) => count.elected.includes(one) || count.next?.candidates.includes(one) || false
        if (before.next) assert.ok(!through(before) || through(after), `seed ${seed}, ${one}`)
      }
    }
  })

  it("keeps parity over both rounds whatever the ballots", () => {
    for (const seed of seeds) {
      const { start, rule, cast, all } = some(seed)
      const half = (rest: number): Bounds => ({ of: all.filter((one) => one % 2 === rest), least: 1, most: 1 })
      const one = countRound({ ...start, seats: 2 }, rule, 1, {}, [half(0), half(1)])
      const elected = [...one.elected]
      if (one.next) {
        const { candidates, seats, bounds } = one.next
        const withdrawn = all.filter((at) => !candidates.includes(at))
        const ballots = cast(candidates, seats)
        elected.push(...countRound({ ...start, seats, withdrawn, ballots }, rule, 2, {}, bounds).elected)
        // Whoever is owed a seat may stand for it.
        for (const rest of [0, 1])
          assert.ok(
            [...one.elected, ...candidates].some((at) => at % 2 === rest),
            `seed ${seed}`,
          )
      }
      for (const rest of [0, 1]) assert.ok(elected.filter((at) => at % 2 === rest).length <= 1, `seed ${seed}`)
    }
  })
})
