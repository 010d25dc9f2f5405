import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type World, world } from "../../../tests/world.ts"
import { readBlt } from "../../kernel/counting/blt.ts"
import { seatsOfLists } from "../../kernel/counting/lists.ts"
import { rankedMethods, readAs } from "../../kernel/counting/methods.ts"
import { answers } from "../../kernel/sealed-ballots/question.ts"
import type { Actor } from "../../kernel/rule.ts"
import { castVote } from "./cast.ts"
import { choiceFor } from "./choice.ts"
import { closeBallot } from "./close.ts"
import { openBallot } from "./open.ts"
import { prepareBallot } from "./prepare.ts"
import { readBallot } from "./read-ballot.ts"
import { choiceOf, questionOf } from "./secret/question-of.ts"
import { typeFigures } from "./type-figures.ts"
import { urnOf } from "./urn.ts"
import { voteOf } from "./ui/vote-of.ts"

let w: World
let voters: Actor[]
before(async () => {
  w = await world()
  voters = [w.people.dario, ...(await Promise.all([1, 2, 3, 4].map(() => w.member())))]
})
after(() => w.end())

const asked = {
  title: "Choisir",
  manner: "named",
  electorate: "members",
  onDay: "2026-05-02",
}
const opened = async (more: object) => {
  const { ballotId } = await w.do(prepareBallot, { bodyId: w.lisle, ...asked, ...more }, w.people.amina)
  await w.do(openBallot, { ballotId }, w.people.amina)
  return ballotId as string
}
const voted = async (ballotId: string, ...all: number[][][]) => {
  for (const [at, ranks] of all.entries()) await w.do(castVote, { ballotId, revision: 1, ranks }, voters[at]!)
  await w.do(closeBallot, { ballotId }, w.people.amina)
  return (await w.ask(readBallot, { ballotId }, w.people.amina)).outcome!
}

describe("several motions against each other", () => {
  const motions = { kind: "motions", candidates: "Motion A\nMotion B\nAucune" }
  it("adopt one, and say so as of motions", async () => {
    const outcome = await voted(
      await opened({ ...motions, method: "schulze" }),
      [[0], [1], [2]],
      [[1], [0]],
      [[1], [2]],
    )
    assert.equal(outcome.sentence, "Est adoptée\u00a0: Motion B.")
    assert.match(outcome.trace.flat().join(" "), /Motion B est retenue\./)
  })
  it("may need a second round", async () => {
    const outcome = await voted(await opened({ ...motions, method: "absolute" }), [[0]], [[1]], [[2]], [[0]], [[1]])
    assert.match(outcome.sentence, /Un tour suit entre Motion A et Motion B/)
    assert.match(outcome.trace.flat().join(" "), /Pour être retenue à ce tour, .* Aucune motion n’a 3 voix/)
  })
  it("are one, whatever the seats that were said", async () => {
    const ballotId = await opened({ ...motions, method: "plurality", seats: 3 })
    assert.equal((await w.ask(readBallot, { ballotId }, w.people.amina)).ballot.seats, 1)
  })
})

describe("grades", () => {
  const graded = { kind: "candidates", candidates: "Ana\nBo", method: "majority_judgment" }
  it("elect by the best median, with the worst grade for whom a ballot does not grade", async () => {
    // Ana: Excellent, Excellent, À rejeter; Bo: Bien thrice.
    const outcome = await voted(await opened(graded), [[0], [], [1]], [[0], [], [1]], [[], [], [1]])
    assert.deepEqual(
      outcome.voices.map(({ votes, elected }) => [votes, elected]),
      [
        ["Excellent", true],
        ["Bien", false],
      ],
    )
    assert.match(outcome.trace.flat().join(" "), /Ana.*Excellent 2, Très bien 0.*À rejeter 1/)
  })
  it("leave equals open, and are blank without any", async () => {
    const outcome = await voted(await opened(graded), [[0, 1]], [])
    assert.deepEqual([outcome.result, outcome.blank], ["open", 1])
  })
})

describe("a ranking", () => {
  const ranked = { kind: "candidates", candidates: "Ana\nBo\nCy" }
  // Ana wins her duels three to two; Bo has more points, with nobody's last place.
  const votes = [
    [[0], [1], [2]],
    [[0], [1], [2]],
    [[0], [1], [2]],
    [[1], [2], [0]],
    [[1], [2], [0]],
  ]
  const elected = async (more: object) => {
    const { voices } = await voted(await opened({ ...ranked, ...more }), ...votes)
    return voices.flatMap(({ name, elected: has }) => (has ? [name] : []))
  }
  it("is counted as was said before, and each way finds its own", async () => {
    assert.deepEqual(await elected({ method: "ranked_pairs" }), ["Ana"])
    assert.deepEqual(await elected({ method: "borda" }), ["Bo"])
    assert.deepEqual(await elected({ method: "borda", seats: 2 }), ["Ana", "Bo"])
    assert.deepEqual(await elected({ method: "meek", seats: 2 }), ["Ana", "Bo"])
  })
  it("for one seat is not counted as one for several, nor raised hands as a ranking", async () => {
    const refused = /votes.does_not_fit/
    await assert.rejects(opened({ ...ranked, method: "meek" }), refused)
    await assert.rejects(opened({ ...ranked, method: "ranked_pairs", seats: 2 }), refused)
    await assert.rejects(opened({ ...ranked, method: "borda", manner: "hand" }), refused)
  })
})

describe("lists", () => {
  const lists = { kind: "lists", candidates: "Verts : Ana, Bo, Cy\nRives : Di, Ed", seats: 3 }
  it("share the seats out, those of each in the order of the list", async () => {
    const outcome = await voted(await opened({ ...lists, method: "dhondt" }), [[0]], [[0]], [[0]], [[1]], [[1]])
    assert.deepEqual(
      outcome.voices.map(({ name, votes }) => [name, votes]),
      [
        ["Verts", "2 sièges"],
        ["Rives", "1 siège"],
      ],
    )
    assert.match(outcome.sentence, /Verts a 2 sièges \(Ana et Bo\)\. Rives a 1 siège \(Di\)\./)
  })
  it("say that a seat is nobody’s between equals", async () => {
    const outcome = await voted(await opened({ ...lists, method: "dhondt" }), [[0]], [[1]])
    assert.equal(outcome.result, "open")
    assert.match(outcome.sentence, /Rives a 1 siège \(Di\)\. Un siège reste à départager entre Verts et Rives\.$/)
  })
  it("are counted by hand as well, and a ballot names one", async () => {
    const ballotId = await opened({ ...lists, method: "imperiali", manner: "hand" })
    const figures = { voters: 5, for: 0, against: 0, abstained: 0, blank: 0, void: 0 }
    await w.do(typeFigures, { ballotId, ...figures, voices: [4, 1] }, w.people.amina)
    await w.do(closeBallot, { ballotId }, w.people.amina)
    const { outcome } = await w.ask(readBallot, { ballotId }, w.people.amina)
    assert.equal(outcome!.voices[0]!.votes, "3 sièges")
    const named = await opened({ ...lists, method: "hare" })
    await assert.rejects(w.do(castVote, { ballotId: named, revision: 1, ranks: [[0, 1]] }, voters[0]!), {
      code: "votes.too_many_names",
    })
  })
})

describe("the published ballots of grades and of lists", () => {
  it("are counted again to the same by whoever has the file", async () => {
    const urn = (ballotId: string) =>
      w.look((db) => urnOf(ballotId, { ...w.equipment, actor: w.people.dario, db, now: w.now }))
    const graded = await opened({ kind: "candidates", candidates: "Ana\nBo", method: "majority_judgment" })
    await voted(graded, [[0], [], [1]], [[0], [], [1]], [[], [], [1]])
    const again = readBlt(await urn(graded), readAs("majority_judgment"))
    assert.deepEqual(rankedMethods.majority_judgment(again).elected, [0])
    const shared = await opened({
      kind: "lists",
      candidates: "Verts : Ana, Bo\nRives : Di",
      seats: 3,
      method: "dhondt",
    })
    await voted(shared, [[0]], [[0]], [[0]], [[1]])
    const lists = readBlt(await urn(shared))
    assert.deepEqual([seatsOfLists(lists, "dhondt").seats, lists.candidates[0]], [[2, 0], "Verts : Ana, Bo"])
  })
})

describe("every question", () => {
  const seats = 2
  const shapes = [
    { kind: "yes_no", method: "majority", said: { answer: "for" } },
    { kind: "yes_no", method: "majority", said: { answer: "blank" } },
    { kind: "candidates", method: "plurality", said: { ranks: [[0, 2]] } },
    { kind: "candidates", method: "absolute", said: { ranks: [[1]] } },
    { kind: "candidates", method: "approval", said: { ranks: [[0, 1, 2]] } },
    { kind: "candidates", method: "scottish", said: { ranks: [[2], [0, 1]] } },
    { kind: "candidates", method: "schulze", said: { ranks: [[1]] } },
    { kind: "candidates", method: "majority_judgment", said: { ranks: [[], [0], [], [2], [], [], [1]] } },
    { kind: "candidates", method: "plurality", said: { ranks: [] } },
    { kind: "lists", method: "dhondt", said: { ranks: [[2]] } },
    { kind: "motions", method: "instant_runoff", said: { ranks: [[2], [0]] } },
  ] as const
  for (const { kind, method, said } of shapes)
    it(`is sealed and read as it was voted: ${kind}, ${method}, ${JSON.stringify(said)}`, () => {
      const ballot = {
        title: "T",
        question: "",
        kind,
        method,
        candidates: kind === "yes_no" ? [] : ["A", "B", "C"],
        seats,
      }
      const question = questionOf(ballot)
      const vote = voteOf(question, said as Parameters<typeof voteOf>[1])
      assert.ok(answers(question, vote))
      assert.deepEqual(choiceOf(ballot, vote), choiceFor(ballot, said as Parameters<typeof choiceFor>[1]))
    })
})
