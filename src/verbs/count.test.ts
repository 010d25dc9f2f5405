import assert from "node:assert/strict"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, before, describe, it, mock } from "node:test"
import { writeBlt } from "../kernel/counting/blt.ts"
import { countedBy } from "../kernel/counting/counted-by.ts"
import type { Candidate, Election } from "../kernel/counting/count.ts"
import { boundedMethods, rankedMethodNames } from "../kernel/counting/methods.ts"
import { countVoices } from "../kernel/counting/points.ts"
import { twoRounds } from "../kernel/counting/rounds.ts"
import { environment } from "../kernel/environment.ts"
import { count } from "./count.ts"

const candidates = ["Anne Roy", "Lise Petit", "Bo Li", "Marc Noir"]
const named = (ballots: [number, ...Candidate[]][], seats = 2): Election => ({
  title: "Deux sièges",
  candidates,
  seats,
  withdrawn: [],
  ties: [3, 2, 1, 0],
  ballots: ballots.map(([weight, ...of]) => ({ weight: BigInt(weight), ranks: of.length > 0 ? [of] : [] })),
})

let folder = ""
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "count-"))
})
after(() => rm(folder, { recursive: true }))

/** What a stranger sees who has the file and the command. */
const stranger = async (election: Election, ...args: string[]) => {
  const path = join(folder, "urne.blt")
  await writeFile(path, writeBlt(election))
  const [out, errors] = [mock.method(console, "log", () => {}), mock.method(console, "error", () => {})]
  const said = (spy: typeof out) => spy.mock.calls.map((call) => String(call.arguments[0])).join("\n")
  try {
    const code = await count.run([path, ...args], environment({}))
    return { code, text: said(out), errors: said(errors) }
  } finally {
    out.mock.restore()
    errors.mock.restore()
  }
}
const counted = async (election: Election, ...args: string[]) => {
  const { code, text, errors } = await stranger(election, ...args, "--json")
  assert.equal(code, 0, errors)
  return JSON.parse(text)
}

describe("a stranger who counts a published urn again", () => {
  const several = named([
    [5, 0, 1],
    [4, 1, 2],
    [3, 0, 2],
    [3, 3],
    [2, 2, 3],
  ])

  it("finds, of ballots with several names in one rank, what the assembly found", async () => {
    const found = countVoices(several, { method: "limited", most: null })
    for (const method of ["plurality", "limited"])
      for (const args of [[], ["--seats", "2"]]) {
        const again = await counted(several, "--method", method, ...args)
        assert.deepEqual(
          [again.elected, again.open, again.rounds[0].standing],
          [found.elected.map((one) => candidates[one]), found.open, found.rounds[0]!.standing],
        )
      }
  })

  it("sees which ballots are left out when counting for fewer seats than were voted for", async () => {
    const { text } = await stranger(several, "--method", "plurality", "--seats", "1")
    assert.match(text, /14 bulletins nomment plus de 1 personne et ne comptent pas\./)
  })

  it("keeps parity by names or numbers, and reads who was passed over", async () => {
    for (const women of ["Anne Roy,Lise Petit", "1, 2"]) {
      const args = ["--method", "plurality", "--at-most", `1:${women}`, "--at-least", `1:${women}`]
      const again = await counted(several, ...args)
      assert.deepEqual(again.elected, ["Bo Li", "Lise Petit"])
      assert.deepEqual(again.bounds, [
        { of: ["Anne Roy", "Lise Petit"], least: 1, most: 2, unmet: "vacant" },
        { of: ["Anne Roy", "Lise Petit"], least: 0, most: 1, unmet: "vacant" },
      ])
      const { text } = await stranger(
        named([
          [9, 0, 1],
          [4, 1, 2],
        ]),
        ...args,
      )
      assert.match(text, /Anne Roy ne peut plus être élu·e.*au plus 1 siège entre Anne Roy et Lise Petit/)
    }
  })

  it("keeps shares with every method that says it does, and is refused them with the others", async () => {
    const women = ["--at-most", "1:1,2", "--at-least", "1:1,2", "--at-most", "1:3,4"]
    for (const method of rankedMethodNames) {
      const seen = await stranger(several, "--method", method, ...women, "--enrolled", "20")
      if (!boundedMethods.includes(method)) {
        assert.equal(seen.code, 1, method)
        assert.match(seen.errors, /La parité et les quotas se comptent avec/)
      } else assert.equal(seen.code, 0, method)
    }
  })

  it("counts a round by the declared rule, with the blank ballots and those enrolled", async () => {
    const cast = named([[6, 0], [4, 1], [1, 2], [2]], 1)
    assert.deepEqual((await counted(cast, "--method", "absolute")).elected, ["Anne Roy"])
    assert.deepEqual((await counted(cast, "--method", "absolute", "--expressed", "12")).elected, [])
    const rule = join(folder, "rule.json")
    const [before] = twoRounds.before
    await writeFile(rule, JSON.stringify({ before: [{ ...before, of: "ballots", enrolled: [1, 4] }] }))
    const args = ["--method", "absolute", "--rule", rule, "--blank", "1"]
    const again = await counted(cast, ...args, "--enrolled", "20", "--withdrew", "Lise Petit")
    assert.deepEqual(again.elected, [])
    assert.deepEqual(again.next, { candidates: ["Anne Roy", "Bo Li"], seats: 1, bounds: [] })
    assert.match((await stranger(cast, ...args)).errors, /il faut dire combien ils sont/)
    assert.deepEqual((await counted(cast, ...args, "--round", "2")).elected, ["Anne Roy"])
  })

  it("is told which option cannot be understood", async () => {
    for (const args of [
      ["--at-most", "1"],
      ["--at-least", "1:Nobody"],
      ["--at-most", "x:1"],
      ["--unmet", "maybe"],
      ["--round", "0"],
      ["--blank", "-3"],
      ["--enrolled", "many"],
      ["--rule", "/nowhere"],
      ["--withdrew", "9"],
    ]) {
      const { code, errors } = await stranger(several, "--method", "absolute", ...args)
      assert.equal(code, 1, args.join(" "))
      assert.match(errors, new RegExp(`^${args[0]} ne se comprend pas`))
    }
  })

  it("finds the seats of lists, and tells equal ones", async () => {
    const lists = named(
      [
        [5, 0],
        [3, 1],
        [1, 2],
      ],
      4,
    )
    const { lists: found, open } = await counted(lists, "--method", "dhondt")
    assert.deepEqual([found.map((one: { seats: number }) => one.seats), open], [[3, 1, 0, 0], false])
    const equal = await stranger(
      {
        ...named(
          [
            [2, 0],
            [2, 1],
          ],
          1,
        ),
        ties: null,
      },
      "--method",
      "hare",
    )
    assert.match(equal.text, /Des listes sont à égalité/)
  })

  it("finds the best median of grades, empty ones kept in the file", async () => {
    const graded = {
      ...named([], 1),
      ballots: [
        { weight: 3n, ranks: [[1], [], [], [0]] },
        { weight: 2n, ranks: [[0], [], [1]] },
      ],
    }
    assert.deepEqual((await counted(graded, "--method", "majority_judgment")).elected, ["Lise Petit"])
    assert.match(
      (await stranger(graded, "--method", "majority_judgment")).text,
      /Lise Petit.: 3, 0, 2, 0, 0, 0, 0,.*médiane est la 1e/,
    )
  })

  it("counts the second of three rounds as one that is not the last", async () => {
    const second = named(
      [
        [5, 0],
        [4, 1],
        [3, 2],
      ],
      1,
    )
    const args = ["--method", "absolute", "--round", "2", "--enrolled", "12"]
    assert.deepEqual((await counted(second, ...args)).elected, ["Anne Roy"])
    assert.deepEqual((await counted(second, ...args, "--rounds", "3")).elected, [])
    assert.equal((await stranger(second, ...args, "--rounds", "7")).code, 1)
    // As the page of the vote writes it.
    const written = { method: "absolute", seats: 1, round: 2, rounds: 3, entitled: 12, candidates, bounds: null }
    const [, said] = countedBy(written).split(" urne.blt ")
    assert.deepEqual((await counted(second, ...said!.split(" "))).elected, [])
  })
})
