// The count of BALLOTS (100 000) ranked ballots of 20 candidates for five seats by each method; every ballot another, as long as its
// voter liked, with favourites as elections have. Printed beside: reading the same ballots as a BLT file.
import { readBlt, writeBlt } from "../src/kernel/counting/blt.ts"
import type { Election } from "../src/kernel/counting/count.ts"
import { rankedMethodNames, rankedMethods } from "../src/kernel/counting/methods.ts"

const BALLOTS = Number(process.env["BALLOTS"] ?? 100_000)
const all = Array.from({ length: 20 }, (_, candidate) => candidate)
let state = 42
const chance = () => {
  state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) >>> 0
  return state / 2 ** 32
}
const election: Election = {
  title: "Bench",
  candidates: all.map((one) => `Candidate ${one + 1}`),
  seats: 5,
  withdrawn: [],
  ties: all,
  ballots: Array.from({ length: BALLOTS }, () => {
    const liked = all.map((one) => [one, chance() * (1 + one / 20)] as const).toSorted(([, a], [, b]) => b - a)
    return { weight: 1n, ranks: liked.slice(0, 1 + Math.floor(chance() * 20)).map(([one]) => [one]) }
  }),
}
const blt = writeBlt(election)
let began = performance.now()
readBlt(blt)
console.log(`read as BLT (${(blt.length / 1e6).toFixed(1)} MB): ${((performance.now() - began) / 1000).toFixed(2)} s`)
for (const name of rankedMethodNames) {
  began = performance.now()
  const { rounds } = rankedMethods[name](name === "instant_runoff" ? { ...election, seats: 1 } : election)
  console.log(`${name}: ${((performance.now() - began) / 1000).toFixed(2)} s, ${rounds.length} rounds`)
}
// A round by majority, several names to a ballot, with and without parity.
const named: Election = {
  ...election,
  ballots: election.ballots.map(({ weight, ranks }) => ({ weight, ranks: [ranks.slice(0, 5).flat()] })),
}
const [women, men] = [all.filter((one) => one % 2 === 0), all.filter((one) => one % 2 === 1)]
const parity = [
  { of: women, least: 2, most: 3 },
  { of: men, least: 2, most: 3 },
]
for (const name of ["limited", "absolute"] as const)
  for (const [words, bounds] of [
    ["", []],
    [" with parity", parity],
  ] as const) {
    began = performance.now()
    const { elected, next } = rankedMethods[name](named, { bounds })
    const seconds = ((performance.now() - began) / 1000).toFixed(2)
    console.log(`${name}, names in one rank${words}: ${seconds} s, ${elected.length} elected, ${next?.seats ?? 0} left`)
  }
began = performance.now()
rankedMethods.scottish(election, { bounds: parity })
console.log(`scottish with parity: ${((performance.now() - began) / 1000).toFixed(2)} s`)
