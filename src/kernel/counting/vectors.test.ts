import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { describe, it } from "node:test"
import { highestAverages, largestRemainder, withBonus } from "./apportionment.ts"
import type { Election } from "./count.ts"
import { firstListRound, regionalRounds } from "./list-rounds.ts"
import { judge, type Ungraded } from "./majority-judgment.ts"
import { rankedMethods } from "./methods.ts"
import { duelsOf, strongestPaths } from "./pairwise.ts"

const read = (path: string) =>
  JSON.parse(readFileSync(new URL(`../../../tests/vectors/${path}`, import.meta.url), "utf8"))
const votesOf = (votes: (number | string)[]) => votes.map(BigInt)

type Ranked = {
  name: string
  seats?: number
  candidates?: string[]
  ballots: [number, string][] | string
  [expected: string]: unknown
}
const electionOf = ({ name, seats = 1, candidates, ballots }: Ranked): Election => ({
  title: name,
  candidates: candidates!,
  seats,
  withdrawn: [],
  ties: null,
  ballots: (ballots as [number, string][]).map(([weight, words]) => ({
    weight: BigInt(weight),
    ranks: words.split(">").map((rank) => rank.split("=").map((one) => candidates!.indexOf(one))),
  })),
})
const named = ({ candidates }: Ranked, of: readonly number[]) => of.map((one) => candidates![one])

describe("votes of others, counted again", () => {
  for (const v of read("votes/apportionment.json"))
    for (const method of ["dhondt", "imperiali"] as const)
      it(`${method}: ${v.votes.join(", ")} for ${v.seats}`, () => {
        const order = v.votes.map((_: unknown, list: number) => list)
        const found = highestAverages(votesOf(v.votes), v.seats, method, { votes: false, order })
        assert.deepEqual(found.seats, v[method])
        assert.equal(found.tie !== null, v[`${method}TieAtLastSeat`])
        const without = highestAverages(votesOf(v.votes), v.seats, method, null)
        assert.equal(without.open, v[`${method}TieAtLastSeat`])
      })

  for (const v of read("votes/majority-judgment.json"))
    it(`majority judgment: ${v.title}`, () => {
      const modes: Record<string, Ungraded> = {
        MedianDefault: { as: "median" },
        Normalized: { as: "scaled" },
      }
      const ungraded = modes[v.mode] ?? { as: "grade", grade: v.default ?? 0 }
      assert.deepEqual(judge(v.tallies.map(votesOf), ungraded, BigInt(v.participants)).ranks, v.ranks)
    })

  for (const v of read("votes/schulze.json") as Ranked[])
    it(`Schulze: ${v.name}`, () => {
      const election = electionOf(v)
      const found = rankedMethods.schulze(election)
      if (v["expectedRanking"])
        assert.deepEqual(
          found.ranking!.map((layer) => named(v, layer)),
          v["expectedRanking"],
        )
      if (v["expectedWinner"]) assert.deepEqual(named(v, found.elected), v["expectedWinner"])
      const paths = (v["strongestPaths"] ?? {}) as Record<string, Record<string, number>>
      const strongest = strongestPaths(duelsOf(election), [0, 1, 2, 3])
      for (const [from, to] of Object.entries(paths))
        for (const [name, strength] of Object.entries(to))
          assert.equal(strongest[v.candidates!.indexOf(from)]![v.candidates!.indexOf(name)], BigInt(strength))
    })

  for (const v of read("votes/stv-small.json") as Ranked[]) {
    if (typeof v.ballots === "string") continue
    it(`single transferable vote: ${v.name}`, () => {
      const found = rankedMethods.scottish(electionOf(v))
      assert.equal(found.open, null)
      const expected = (v["scottishElected"] ?? v["elected"]) as string[]
      assert.deepEqual(named(v, found.elected).toSorted(), expected.toSorted())
      if (v["droopQuota"]) assert.equal(found.rounds[0]!.quota, String(v["droopQuota"]))
      if (v["irvElected"])
        assert.deepEqual(
          named(v, rankedMethods.instant_runoff(electionOf({ ...v, seats: 1 })).elected),
          v["irvElected"],
        )
    })
  }
})

describe("seats of assemblies that sat", () => {
  type Vector = {
    id: string
    method: string
    label: string
    total_seats: number
    votes: Record<string, number>
    expected: Record<string, number>
    threshold_percent?: number
    council_seats?: Record<string, number>
    after_unambiguous_decimals?: Record<string, number>
    tie_for_remaining?: string[]
  }
  const vectors: Vector[] = read("law/apportionment.json").vectors
  for (const v of vectors.filter((one) => one.council_seats))
    it(`${v.id}: ${v.label}, the last seat left open between equals`, () => {
      const lists = Object.keys(v.council_seats!)
      const found = largestRemainder(votesOf(Object.values(v.council_seats!)), v.total_seats, "hare", null)
      assert.deepEqual(found.seats, Object.values(v.after_unambiguous_decimals!))
      assert.ok(found.open)
      assert.deepEqual(
        found.tie!.among.map((list) => lists[list]),
        v.tie_for_remaining,
      )
    })

  for (const v of vectors.filter((one) => !one.council_seats))
    it(`${v.id}: ${v.label}`, () => {
      const votes = votesOf(Object.values(v.votes))
      const ties = { votes: true, order: [] }
      const found =
        v.method === "fr_regional"
          ? withBonus(votes, v.total_seats, { bonus: [1, 4], threshold: v.threshold_percent!, ties })
          : highestAverages(votes, v.total_seats, v.method as "imperiali" | "dhondt", ties)
      const seats = Object.fromEntries(Object.keys(v.votes).map((list, place) => [list, found.seats[place]]))
      assert.deepEqual(seats, v.expected)
    })

  type First = {
    id: string
    label: string
    total_seats: number
    cast: number
    others: number
    votes: Record<string, number>
    stay: string[]
    join: string[]
  }
  for (const v of read("law/first-rounds.json").vectors as First[])
    it(`${v.id}: ${v.label}`, () => {
      const lists = Object.keys(v.votes)
      const votes = votesOf(Object.values(v.votes))
      const missing = BigInt(v.cast) - votes.reduce((sum, one) => sum + one, 0n)
      const others = Array.from({ length: v.others }, (_, at) => (missing + BigInt(at)) / BigInt(v.others))
      const ties = { votes: true, order: [] }
      const { seats, next } = firstListRound([...votes, ...others], v.total_seats, regionalRounds, ties)
      assert.equal(seats, null)
      assert.deepEqual([next!.stay.map((list) => lists[list]), next!.join.map((list) => lists[list])], [v.stay, v.join])
    })
})
