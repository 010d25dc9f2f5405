import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { type Bounds, sharesOf } from "./bounds.ts"
import type { Candidate, Election } from "./count.ts"
import { countInWords } from "./count-in-words.ts"
import { chance, seeds, shuffled, some } from "./for-tests.ts"
import { countVoices } from "./points.ts"
import { countTransferable } from "./single-transferable.ts"

const inside = ({ of }: Bounds, some: readonly Candidate[]) => some.filter((one) => of.includes(one)).length
const subsets = (all: readonly Candidate[]): Candidate[][] =>
  all.reduce<Candidate[][]>((found, one) => [...found, ...found.map((some) => [...some, one])], [[]])

describe("shares among the elected", () => {
  it("are kept by the transferable vote and by approval, whatever the ballots", () => {
    for (const seed of seeds) {
      const election = some(seed)
      const size = election.candidates.length
      const women = election.candidates.map((_, one) => one).filter((one) => one % 2 === 0)
      const men = election.candidates.map((_, one) => one).filter((one) => one % 2 === 1)
      const seats = Math.min(2, size)
      const bounds: Bounds[] = [women, men].map((group) => ({ of: group, least: 1, most: 1 }))
      for (const count of [
        countTransferable({ ...election, seats }, "scottish", bounds),
        countVoices({ ...election, seats }, { method: "approval", bounds }),
      ]) {
        assert.equal(count.open, null, `seed ${seed}`)
        const named = new Set(election.ballots.flatMap(({ ranks }) => ranks.flat()))
        // A seat kept for a woman or a man whom nobody named stays vacant; no second of the others has it.
        const may = [0, 1].filter((half) => count.method !== "approval" || [...named].some((one) => one % 2 === half))
        assert.deepEqual(count.elected.map((one) => one % 2).toSorted(), may, `seed ${seed}, ${count.method}`)
      }
    }
  })

  it("say of whoever is left whether they can still be elected, as trying every assembly does", () => {
    for (const seed of seeds) {
      const pick = chance(seed)
      const all = Array.from({ length: 2 + pick(5) }, (_, one) => one)
      const seats = 1 + pick(Math.min(3, all.length))
      const bounds = Array.from({ length: 1 + pick(3) }, (): Bounds => {
        const of = shuffled(all, pick).slice(0, 1 + pick(all.length))
        return { of, least: pick(2), most: 1 + pick(seats) }
      })
      const assemblies = subsets(all).filter(
        (some) =>
          some.length === seats &&
          bounds.every((one) => inside(one, some) >= one.least && inside(one, some) <= one.most),
      )
      // What no assembly meets is another matter: see below.
      if (assemblies.length === 0) continue
      const shares = sharesOf(bounds, all, seats)
      for (const elected of [[], assemblies[0]!.slice(0, 1)]) {
        const left = all.filter((one) => !elected.includes(one))
        const possible = assemblies.filter((some) => elected.every((one) => some.includes(one)))
        const doomed = elected.length < seats ? left.filter((one) => !possible.some((some) => some.includes(one))) : []
        const guarded = elected.length < seats ? left.filter((one) => possible.every((some) => some.includes(one))) : []
        assert.deepEqual(shares.doomed(elected, left), doomed, `seed ${seed}`)
        assert.deepEqual(shares.guarded(elected, left), guarded, `seed ${seed}`)
      }
    }
  })

  const three = (
    least: number,
    most: number,
    unmet: "vacant" | "filled",
    more: Partial<Election> = {},
  ): Election & { bounds: Bounds[] } => ({
    ...some(1),
    candidates: ["Anne", "Bo", "Marc", "Ali"],
    seats: 2,
    ties: null,
    ballots: [
      { weight: 9n, ranks: [[1]] },
      { weight: 8n, ranks: [[2]] },
      { weight: 7n, ranks: [[3]] },
    ],
    bounds: [{ of: [0], least, most, unmet }],
    ...more,
  })
  it("leave the seat vacant that nobody can have, or give it to others, as was declared", () => {
    for (const method of ["approval", "limited", "plurality"] as const) {
      const strict = three(1, 1, "vacant")
      const vacant = countVoices(strict, { method, bounds: strict.bounds })
      assert.deepEqual([vacant.elected, vacant.open], [[1], null])
      const said = countInWords("fr", vacant, strict.candidates).flat().join(" ")
      assert.match(said, /pour un groupe où personne ne peut être élu : un siège reste vacant\./)
      assert.match(said, /Marc et Ali ne peuvent plus|Marc ne peut plus/)
      assert.match(said, /Un siège reste vacant\.$/)
      const far = three(1, 1, "filled")
      assert.deepEqual(countVoices(far, { method, bounds: far.bounds }).elected, [1, 2])
    }
  })

  it("are left aside one by one, the last first, where they contradict each other, and the trace says so", () => {
    const election = three(0, 2, "vacant")
    const bounds = [
      { of: [1, 2], least: 2, most: 2 },
      { of: [3], least: 1, most: 1 },
    ]
    const found = countVoices(election, { method: "approval", bounds })
    assert.deepEqual(found.elected, [1, 2])
    assert.ok(found.rounds[0]!.steps.some(({ key }) => key === "counting.step.share_dropped"))
  })

  it("do not choose between three equals for two seats", () => {
    const ballots = [{ weight: 4n, ranks: [[1, 2, 3]] }]
    const election = three(0, 1, "vacant", { ballots })
    for (const count of [
      countVoices(election, { method: "approval", bounds: election.bounds }),
      countVoices(election, { method: "approval" }),
    ])
      assert.deepEqual([count.elected, count.open], [[], { among: [1, 2, 3], seats: 2 }])
  })

  it("do not choose, by the transferable vote, between equals of whom one is too many", () => {
    const ballots = [1, 2, 3].map((one) => ({ weight: 10n, ranks: [[one]] }))
    const election: Election = { ...three(0, 1, "vacant"), seats: 3, ballots }
    const bounds = [{ of: [1, 2, 3], least: 0, most: 2 }]
    assert.deepEqual(countTransferable(election, "scottish", bounds).open?.among, [1, 2, 3])
  })

  it("never seat two of a group that may have one, be there nobody else", () => {
    // Neither of the two reaches the quota of 12, and as many seats are left as people.
    const ballots = [30, 8, 7].map((many, one) => ({ weight: BigInt(many), ranks: [[one]] }))
    const election: Election = { ...three(0, 1, "vacant"), candidates: ["Anne", "Bo", "Marc"], seats: 3, ballots }
    const bounds = [{ of: [1, 2], least: 0, most: 1 }]
    for (const count of [
      countTransferable(election, "scottish", bounds),
      countVoices(election, { method: "approval", bounds }),
    ])
      assert.deepEqual([count.elected, count.seats], [[0, 1], 3], count.method)
  })

  it("change nothing where the votes keep them by themselves", () => {
    for (const seed of seeds) {
      const election = some(seed)
      const free = countTransferable(election, "scottish")
      const all = election.candidates.map((_, one) => one)
      const wide = countTransferable(election, "scottish", [{ of: all, least: 0, most: election.seats }])
      assert.deepEqual(wide.elected, free.elected, `seed ${seed}`)
    }
  })

  it("leave a tie open that only they make matter", () => {
    const ballots = [
      { weight: 5n, ranks: [[0, 2]] },
      { weight: 3n, ranks: [[1]] },
    ]
    const election: Election = { ...some(1), candidates: ["Anne", "Bo", "Chloé"], seats: 2, ballots, ties: null }
    const bounds = [{ of: [0, 2], least: 1, most: 1 }]
    const open = countVoices(election, { method: "approval", bounds })
    assert.deepEqual(open.open?.among, [0, 2])
    assert.deepEqual(countVoices({ ...election, ties: [2, 0, 1] }, { method: "approval", bounds }).elected, [2, 1])
  })
})
