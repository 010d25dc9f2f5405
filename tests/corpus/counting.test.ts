import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, it } from "node:test"
import { readBlt, writeBlt } from "../../src/kernel/counting/blt.ts"
import type { Count, Election } from "../../src/kernel/counting/count.ts"
import { rankedMethods } from "../../src/kernel/counting/methods.ts"
import { missing, sharedFolder } from "./shared.ts"

const folder = sharedFolder("data/05-voting/blt")

/** What a report of others says: the elected with their votes at its end, and who lost where lots were drawn. */
const reported = (text: string): { elected: Map<string, number>; lots: string[] } => {
  const end = text.slice(text.lastIndexOf("Action: Count Complete"))
  const elected = new Map(
    [...end.matchAll(/^\tElected:\s+(.+) \(([\d.]+)\)$/gm)].flatMap(([, names, votes]) =>
      names!.split(", ").map((name) => [name, Number(votes)] as const),
    ),
  )
  // "Break tie by lot (defeat low candidate): [A, B] -> B".
  const lots = [...text.matchAll(/^Action: Break tie[^\n]*-> (.+)$/gm)].map(([, name]) => name!)
  return { elected, lots }
}

const agree = (election: Election, count: Count, text: string, toTheLastDecimal = true) => {
  const { elected } = reported(text)
  assert.equal(count.open, null)
  const names = count.elected.map((candidate) => election.candidates[candidate]!)
  assert.deepEqual(names.toSorted(), [...elected.keys()].toSorted())
  // The parametric Meek of others rounds its keep factors elsewhere: the same people, other billionths.
  if (!toTheLastDecimal) return
  const last = count.rounds.at(-1)!.standing
  for (const candidate of count.elected) {
    const { votes } = last.find((one) => one.candidate === candidate)!
    assert.equal(Number(votes), elected.get(election.candidates[candidate]!), election.candidates[candidate]!)
  }
}

describe("counts of others, counted again", { skip: missing(folder) }, () => {
  const methods = {
    "scotland-fixed-p5-d5": "scottish",
    "wigm-prf-fixed-p4-d4": "wigm",
    "meek-prf-o6-fixed-p9-d9": "meek",
  } as const
  for (const name of ["42", "42t", "513", "SC"])
    for (const [report, method] of Object.entries(methods))
      it(`${name}, ${method}`, () => {
        const election = readBlt(readFileSync(join(folder!, `droop/${name}.blt`), "utf8"))
        const text = readFileSync(join(folder!, `droop-reference-counts/report/${name}-${report}.txt`), "utf8")
        agree(election, rankedMethods[method](withLots(election, text)), text)
      })

  it("vegetables, meek", () => {
    const election = readBlt(readFileSync(join(folder!, "stv-rs/ballots/vegetables.blt"), "utf8"))
    const text = readFileSync(join(folder!, "stv-rs/meek/vegetables.fixed9.log"), "utf8")
    agree(election, rankedMethods.meek({ ...election, ties: election.candidates.map((_, one) => one) }), text, false)
  })

  it("are the same once written and read again", () => {
    for (const path of ["droop/42t.blt", "droop/SC.blt", "stv-rs/ballots/vegetables.blt"]) {
      const election = readBlt(readFileSync(join(folder!, path), "utf8"))
      assert.deepEqual(readBlt(writeBlt(election)), election)
    }
  })
})

/** Where the reference drew lots, what it drew is the declared rule: whoever lost a draw stands last, the latest loser before them. */
const withLots = (election: Election, text: string): Election => {
  const { lots } = reported(text)
  const out = lots.map((name) => election.candidates.indexOf(name))
  const rest = election.candidates.map((_, one) => one).filter((one) => !out.includes(one))
  return election.ties ? election : { ...election, ties: [...rest, ...out.toReversed()] }
}
