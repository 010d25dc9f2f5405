import assert from "node:assert/strict"
import { describe, it } from "node:test"
import type { Candidate, Election, Ranked } from "./count.ts"
import { countInWords } from "./count-in-words.ts"
import { chance, of, seeds, shuffled, some } from "./for-tests.ts"
import { rankedMethodNames } from "./methods.ts"

describe("any count", () => {
  for (const method of rankedMethodNames) {
    it(`${method} fills the seats, once each, whatever the ballots`, () => {
      // One round of several may leave seats to the next.
      if (method === "absolute") return
      for (const seed of seeds) {
        const election = some(seed)
        const { elected, open, rounds } = of(method, election)
        assert.equal(open, null, `seed ${seed}`)
        assert.equal(new Set(elected).size, elected.length)
        const firsts = election.ballots.flatMap(({ ranks }): readonly Candidate[] => {
          if (method === "plurality") return ranks[0]!
          const spoilt = (method === "limited" || method === "cumulative") && ranks.length > election.seats
          return spoilt ? [] : ranks.flat()
        })
        // Nobody has a seat without a voice where voices are what is counted.
        const voices = ["approval", "plurality", "limited", "cumulative"].includes(method)
        const most = voices ? new Set(firsts).size : election.seats
        const seats: number = method === "instant_runoff" ? 1 : Math.min(election.seats, most)
        assert.equal(elected.length, seats, `seed ${seed}`)
        const last = rounds.at(-1)!.standing.filter(({ state }) => state === "elected")
        assert.deepEqual(last.map((one) => one.candidate).toSorted(), elected.toSorted(), `seed ${seed}`)
      }
    })

    it(`${method} does not hang on the order of the ballots, nor on how equal ones are put together`, () => {
      for (const seed of seeds) {
        const election = some(seed)
        const apart = election.ballots.flatMap(({ weight, ranks }) =>
          Array.from({ length: Number(weight) }, () => ({ weight: 1n, ranks })),
        )
        const again = of(method, { ...election, ballots: shuffled(apart, chance(seed + 1)) })
        const first = of(method, election)
        assert.deepEqual(
          [again.elected, again.open, again.rounds.map((one) => one.standing)],
          [first.elected, first.open, first.rounds.map((one) => one.standing)],
          `seed ${seed}`,
        )
      }
    })

    it(`${method} says a tie that nothing decides, and never decides it`, () => {
      if (method === "absolute") return
      const tied = { ...some(1), candidates: ["A", "B", "C"], seats: 1, ties: null }
      const everybody = [
        [0, 1, 2],
        [1, 2, 0],
        [2, 0, 1],
      ].map((ranks) => ({
        weight: 7n,
        ranks: ranks.slice(0, method === "limited" || method === "cumulative" ? 1 : 3).map((one) => [one]),
      }))
      const { open, elected } = of(method, { ...tied, ballots: everybody })
      assert.deepEqual([open?.among.toSorted(), elected], [[0, 1, 2], []])
      const nobody = of(method, { ...tied, ballots: [] })
      assert.deepEqual(nobody.elected, [])
      // A declared order is followed where it is the only thing that decides.
      assert.equal(of(method, { ...tied, ballots: everybody, ties: [1, 2, 0] }).elected.length, 1)
    })

    it(`${method} gives words for each of its rounds`, () => {
      for (const seed of seeds.slice(0, 40)) {
        const election = some(seed)
        const sentences = countInWords("fr", of(method, election), election.candidates)
        for (const sentence of sentences.flat()) assert.match(sentence, /\p{L}.*\.$/u, sentence)
      }
    })
  }

  it("has nothing for a candidate who withdrew, as if they had never stood", () => {
    for (const method of rankedMethodNames)
      for (const seed of seeds) {
        const election = some(seed)
        if (election.candidates.length < 3) continue
        const gone = election.candidates.length - 1
        const without: Election = {
          ...election,
          seats: Math.min(election.seats, gone),
          candidates: election.candidates.slice(0, gone),
          ties: election.ties!.filter((one) => one !== gone),
          ballots: election.ballots.map(({ weight, ranks }) => ({
            weight,
            // A rank left empty is a grade that nobody has.
            ranks:
              method === "majority_judgment"
                ? ranks.map((rank) => rank.filter((one) => one !== gone))
                : ranks.filter(([one]) => one !== gone),
          })),
        }
        const found = of(method, { ...election, seats: without.seats, withdrawn: [gone] })
        assert.deepEqual(found.elected, of(method, without).elected, `${method} ${seed}`)
      }
  })

  it("does not lose a winner who gains: approval, Schulze, ranked pairs, Borda and plurality are monotone", () => {
    for (const method of ["approval", "schulze", "ranked_pairs", "borda", "plurality"] as const)
      for (const seed of seeds) {
        const election = { ...some(seed), seats: 1 }
        const [winner] = of(method, election).elected
        const raised = election.ballots.map(({ weight, ranks }, at) =>
          at === seed % election.ballots.length
            ? { weight, ranks: [[winner!], ...ranks.filter(([one]) => one !== winner)] }
            : { weight, ranks },
        )
        assert.deepEqual(of(method, { ...election, ballots: raised }).elected, [winner], `${method} ${seed}`)
      }
  })

  it("elects who beats everybody, by Schulze and by ranked pairs", () => {
    for (const seed of seeds) {
      const election = { ...some(seed), seats: 1 }
      const beats = (a: Candidate, b: Candidate) => {
        const place = (ranks: Ranked["ranks"], one: Candidate) => {
          const at = ranks.findIndex(([other]) => other === one)
          return at === -1 ? Infinity : at
        }
        return (
          election.ballots.reduce((sum, { weight, ranks }) => {
            const [x, y] = [place(ranks, a), place(ranks, b)]
            return sum + (x < y ? weight : y < x ? -weight : 0n)
          }, 0n) > 0n
        )
      }
      const all = election.candidates.map((_, one) => one)
      const winner = all.find((one) => all.every((other) => other === one || beats(one, other)))
      if (winner === undefined) continue
      assert.deepEqual(of("schulze", election).elected, [winner], `seed ${seed}`)
      assert.deepEqual(of("ranked_pairs", election).elected, [winner], `seed ${seed}`)
    }
  })

  it("leaves out, of equals, whoever stands last in the declared order", () => {
    const block = (names: Candidate[], weight: bigint) => ({ weight, ranks: names.map((one) => [one]) })
    // B and C are last together; whoever is left out gives the other the seat.
    const ballots = [block([0], 5n), block([1, 2], 3n), block([2, 1], 3n)]
    for (const method of ["instant_runoff", "scottish", "wigm", "meek"] as const)
      for (const [ties, winner] of [
        [[0, 1, 2], 1],
        [[2, 0, 1], 2],
      ] as const) {
        const election: Election = { ...some(3), candidates: ["A", "B", "C"], seats: 1, withdrawn: [], ties, ballots }
        assert.deepEqual(of(method, election).elected, [winner], method)
        assert.deepEqual(of(method, { ...election, ties: null }).open?.among.toSorted(), [1, 2], method)
      }
  })

  it("keeps a solid half its seats by the transferable vote", () => {
    const block = (names: Candidate[], weight: bigint) => ({ weight, ranks: names.map((one) => [one]) })
    const election = { ...some(3), candidates: ["A", "B", "C", "D"], seats: 2, ties: [0, 1, 2, 3] }
    const ballots = [block([0, 1], 34n), block([2, 3], 33n), block([3, 2], 32n)]
    for (const method of ["scottish", "wigm", "meek"] as const)
      assert.deepEqual(of(method, { ...election, ballots }).elected.toSorted(), [0, 2], method)
  })
})
