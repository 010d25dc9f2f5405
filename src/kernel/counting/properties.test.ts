import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { brokenAlternation, highestAverages, largestRemainder, reordered, withBonus } from "./apportionment.ts"
import type { Bounds } from "./bounds.ts"
import { readBlt, writeBlt } from "./blt.ts"
import type { Candidate, Election, Ranked } from "./count.ts"
import { countInWords } from "./count-in-words.ts"
import { judge } from "./majority-judgment.ts"
import { type RankedMethod, rankedMethodNames, rankedMethods } from "./methods.ts"
import { countCumulative, countVoices } from "./points.ts"
import { countTransferable } from "./single-transferable.ts"

/** Chance that comes out the same each time: a failure can be looked at again by its number. */
const chance = (seed: number) => {
  let state = seed * 2654435761 + 1
  return (below: number) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) >>> 0
    return (state >>> 7) % below
  }
}
const shuffled = <T>(items: readonly T[], pick: (below: number) => number): T[] => {
  const left = [...items]
  return items.map(() => left.splice(pick(left.length), 1)[0]!)
}
const some = (seed: number): Election => {
  const pick = chance(seed)
  const size = 2 + pick(6)
  const all = Array.from({ length: size }, (_, one) => one)
  const ballots = Array.from({ length: 1 + pick(30) }, (): Ranked => ({
    weight: BigInt(1 + pick(5)),
    ranks: shuffled(all, pick)
      .slice(0, 1 + pick(size))
      .map((one) => [one]),
  }))
  const candidates = all.map((one) => `Candidate ${one + 1}`)
  return { title: `Vote ${seed}`, candidates, seats: 1 + pick(size), withdrawn: [], ballots, ties: shuffled(all, pick) }
}
const seeds = Array.from({ length: 300 }, (_, seed) => seed)
const of = (method: RankedMethod, election: Election) =>
  rankedMethods[method](method === "instant_runoff" ? { ...election, seats: 1 } : election)

describe("any count", () => {
  for (const method of rankedMethodNames) {
    it(`${method} fills the seats, once each, whatever the ballots`, () => {
      for (const seed of seeds) {
        const election = some(seed)
        const { elected, open, rounds } = of(method, election)
        assert.equal(open, null, `seed ${seed}`)
        assert.equal(new Set(elected).size, elected.length)
        const firsts = election.ballots.flatMap(({ ranks }) => (method === "plurality" ? ranks[0]! : ranks.flat()))
        // Nobody has a seat without a voice where voices are what is counted.
        const most = ["approval", "plurality"].includes(method) ? new Set(firsts).size : election.seats
        const seats = method === "instant_runoff" ? 1 : Math.min(election.seats, most)
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
      const tied = { ...some(1), candidates: ["A", "B", "C"], seats: 1, ties: null }
      const everybody = [
        [0, 1, 2],
        [1, 2, 0],
        [2, 0, 1],
      ].map((ranks) => ({ weight: 7n, ranks: ranks.map((one) => [one]) }))
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
            ranks: ranks.filter(([one]) => one !== gone),
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

describe("voices and points", () => {
  const election: Election = {
    title: "",
    candidates: ["A", "B", "C"],
    seats: 2,
    withdrawn: [],
    ties: null,
    ballots: [
      { weight: 3n, ranks: [[0, 1]] },
      { weight: 2n, ranks: [[2]] },
      { weight: 1n, ranks: [[0, 1, 2]] },
    ],
  }
  it("void a ballot that names more than it may", () => {
    const limited = countVoices(election, { method: "limited", most: 2 })
    assert.deepEqual(
      limited.rounds[0]!.standing.map(({ votes }) => votes),
      ["3", "3", "2"],
    )
  })
  it("leave a seat vacant rather than give it to whom nobody named", () => {
    const ballots = [{ weight: 5n, ranks: [[1]] }]
    const found = countVoices({ ...election, ballots }, { method: "approval" })
    assert.deepEqual([found.elected, found.seats, found.open], [[1], 2, null])
    assert.deepEqual(countInWords("fr", found, election.candidates).at(-1), ["B est élu·e. Un siège reste vacant."])
    assert.deepEqual(found.ranking, [[1], [0, 2]])
  })
  it("add up when several points go to one", () => {
    const ballots = [
      { weight: 2n, ranks: [[2, 2, 2]] },
      { weight: 3n, ranks: [[0, 1]] },
      { weight: 9n, ranks: [[1, 1, 1, 1]] },
    ]
    const found = countCumulative({ ...election, ballots }, 3)
    assert.deepEqual(found.ranking, [[2], [0, 1]])
    assert.deepEqual(found.open, { among: [0, 1], seats: 1 })
  })
})

describe("seats of lists", () => {
  it("are all given, by any method, when somebody has votes", () => {
    for (const seed of seeds) {
      const pick = chance(seed)
      const votes = Array.from({ length: 1 + pick(6) }, () => BigInt(pick(5000)))
      if (votes.every((one) => one === 0n)) continue
      const count = 1 + pick(60)
      const ties = { votes: true, order: votes.map((_, list) => list) }
      const all = [
        ...(["dhondt", "imperiali", "sainte_lague"] as const).map((one) => highestAverages(votes, count, one, ties)),
        largestRemainder(votes, count, "hare", ties),
        largestRemainder(votes, count, "droop", ties),
        withBonus(votes, count, { bonus: [1, 4], threshold: 5, ties }),
      ]
      for (const { seats, open } of all) {
        assert.equal(open, false)
        assert.equal(
          seats.reduce((sum, one) => sum + one, 0),
          count,
          `seed ${seed}`,
        )
        // Who has more votes has no fewer seats.
        for (const [a, x] of votes.entries())
          for (const [b, y] of votes.entries()) if (x > y) assert.ok(seats[a]! >= seats[b]!, `seed ${seed}`)
      }
    }
  })
})

describe("a list", () => {
  it("alternates strictly, or says where it does not", () => {
    assert.equal(brokenAlternation(["f", "m", "f", "m"]), null)
    assert.equal(brokenAlternation(["f", "m", "m", "f"]), 2)
    assert.equal(brokenAlternation([]), null)
  })

  it("is re-ordered by the votes of each, its own order between equals", () => {
    assert.deepEqual(reordered([10n, 40n, 10n, 25n], 3), [1, 3, 0])
    assert.deepEqual(reordered([0n, 0n], 5), [0, 1])
  })
})

describe("majority judgment", () => {
  it("ranks as taking one grade after the other away does", () => {
    for (const seed of seeds) {
      const pick = chance(seed)
      const voters = 1 + pick(9)
      const tallies = Array.from({ length: 4 }, () => {
        const grades = [0, 0, 0, 0]
        for (let one = 0; one < voters; one++) grades[pick(4)]!++
        return grades
      })
      const taken = tallies.map((grades) => {
        const left = grades.flatMap((many, grade) => Array.from({ length: many }, () => grade))
        const all: number[] = []
        while (left.length > 0) all.push(...left.splice(Math.floor((left.length - 1) / 2), 1))
        return all
      })
      const before = (a: number[], b: number[]) => a.findIndex((grade, at) => grade !== b[at])
      const ranks = taken.map(
        (mine) =>
          1 +
          taken.filter((other) => {
            const at = before(other, mine)
            return at !== -1 && other[at]! > mine[at]!
          }).length,
      )
      const found = judge(
        tallies.map((grades) => grades.map(BigInt)),
        { as: "grade", grade: 0 },
        BigInt(voters),
      )
      assert.deepEqual(found.ranks, ranks, `seed ${seed}`)
    }
  })
})

describe("a BLT file", () => {
  it("says the same once written and read again", () => {
    for (const seed of seeds) {
      const election = some(seed)
      const again = readBlt(writeBlt(election))
      assert.deepEqual(rankedMethods.scottish(again).elected, rankedMethods.scottish(election).elected)
      assert.equal(again.title, election.title)
    }
  })

  const broken: [string, string, RegExp][] = [
    ["nothing", "", /blt_ended/],
    ["no seats", '3\n0\n"a"\n"b"\n"c"\n', /blt_head/],
    ["no end", "2 1\n1 1 2 0\n", /blt_ended/],
    ["a stranger", '2 1\n1 3 0\n0\n"a"\n"b"\n', /blt_candidate/],
    ["one twice", '2 1\n1 1 1 0\n0\n"a"\n"b"\n', /blt_twice/],
    ["no zero", '2 1\n1 1 2\n0\n"a"\n"b"\n', /blt_ballot/],
    ["a weight that is none", '2 1\nx 1 0\n0\n"a"\n"b"\n', /blt_ballot/],
    ["a negative candidate", '2 1\n-9\n0\n"a"\n"b"\n', /blt_candidate/],
    ["a name without quotes", "2 1\n1 1 0\n0\na\nb\n", /blt_name/],
    ["a million candidates", "1000000 1\n0\n", /blt_head/],
  ]
  for (const [name, text, code] of broken)
    it(`is refused with its line: ${name}`, () => {
      assert.throws(() => readBlt(text), code)
    })

  it("of two million ballots is read ballot by ballot, equal ones as one", () => {
    const lines = Array.from({ length: 2000 }, (_, at) => `1 ${(at % 3) + 1} ${((at + 1) % 3) + 1} 0\n`).join("")
    const text = `3 1\n${lines.repeat(1000)}0\n"a"\n"b"\n"c"\n"Beaucoup"\n`
    const election = readBlt(text)
    assert.equal(election.ballots.length, 3)
    assert.equal(
      election.ballots.reduce((sum, { weight }) => sum + weight, 0n),
      2_000_000n,
    )
  })

  it("with two candidates of one name keeps them apart", () => {
    const election = readBlt('2 1\n3 1 0\n1 2 0\n0\n"Jean Martin"\n"Jean Martin"\n')
    assert.deepEqual(rankedMethods.plurality(election).elected, [0])
  })
})
