import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type World, world } from "../../../tests/world.ts"
import { json } from "../../kernel/db.ts"
import type { Actor } from "../../kernel/rule.ts"
import { castVote } from "./cast.ts"
import { closeBallot } from "./close.ts"
import { decideTie } from "./decide-tie.ts"
import { extendBallot } from "./extend.ts"
import { openBallot } from "./open.ts"
import { prepareBallot } from "./prepare.ts"
import { readBallot } from "./read-ballot.ts"
import { readChoices } from "./read-choices.ts"

let w: World
let voters: Actor[]
before(async () => {
  w = await world()
  voters = [w.people.dario, ...(await Promise.all([1, 2, 3].map(() => w.member())))]
})
after(() => w.end())

const refused = (code: string) => ({ code })
const issue = (code: string) => (error: { issues?: { code: string }[] }) => error.issues?.[0]?.code === code
const secretary = () => w.people.amina
const prepared = async (more: object = {}) =>
  (
    await w.do(
      prepareBallot,
      {
        bodyId: w.lisle,
        title: "Adopter le budget",
        kind: "yes_no",
        method: "majority",
        manner: "named",
        electorate: "members",
        onDay: "2026-05-02",
        ...more,
      },
      secretary(),
    )
  ).ballotId as string
const opened = async (more: object = {}) => {
  const ballotId = await prepared(more)
  await w.do(openBallot, { ballotId }, secretary())
  return ballotId
}
const cast = (ballotId: string, actor: Actor, choice: object) =>
  w.do(castVote, { ballotId, revision: 1, ...choice }, actor)
const closed = async (ballotId: string) => {
  await w.do(closeBallot, { ballotId }, secretary())
  return w.ask(readBallot, { ballotId }, secretary())
}
const rule = (key: string, value: object) =>
  w.look((db) =>
    db
      .updateTable("rules")
      .set({ value: json(value) })
      .where("key", "=", key)
      .execute(),
  )

describe("the rules that are offered", () => {
  it("are those of the chapter, by what they are for, and none of the council where its elected sit", async () => {
    const { majorities, quorums } = await w.ask(readChoices, { bodyId: w.lisle }, secretary())
    assert.equal(majorities[0]!.name, "Majorité des décisions")
    assert.equal(new Set(majorities.map(({ name }) => name)).size, majorities.length)
    assert.deepEqual(
      [...majorities, ...quorums].filter(({ key }) => /^be\.(cc|cpas)\./.test(key)),
      [],
    )
  })
})

describe("how many must take part", () => {
  it("is asked of the roll, and where too few vote nothing is counted", async () => {
    const key = (await w.ask(readChoices, { bodyId: w.lisle }, secretary())).quorums[0]!.key
    await rule(key, { of: "members_in_office", fraction: [1, 2], strictly: true, counts: "present" })
    const few = await opened({ quorumKey: key })
    await cast(few, voters[0]!, { answer: "for" })
    await cast(few, voters[1]!, { answer: "for" })
    const seen = await closed(few)
    assert.deepEqual([seen.outcome!.result, seen.outcome!.votes, seen.outcome!.voters], ["no_quorum", null, 2])
    assert.match(seen.outcome!.sentence, /2 pour 3/)
    const enough = await opened({ quorumKey: key })
    // What the rulebook says later changes nothing in a vote that is open.
    await rule(key, { of: "members_in_office", fraction: [1, 1], strictly: false, counts: "present" })
    for (const voter of voters.slice(0, 3)) await cast(enough, voter, { answer: "for" })
    assert.equal((await closed(enough)).outcome!.result, "adopted")
  })
})

describe("the last moment of a vote", () => {
  const on = { endsOn: "2026-05-03", endsAt: "20:00" }
  const extend = (ballotId: string, input: object, more: object = {}) =>
    w.do(extendBallot, { ballotId, ...input }, secretary(), more)

  it("is put off as far as was declared before, and never once it has passed", async () => {
    const ballotId = await opened({ ...on, latestOn: "2026-05-05", latestAt: "20:00" })
    await assert.rejects(
      extend(ballotId, { endsOn: "2026-05-05", endsAt: "20:01" }),
      issue("votes.later_than_declared"),
    )
    await assert.rejects(extend(ballotId, { endsOn: "2026-05-03", endsAt: "19:00" }), issue("votes.not_later"))
    await extend(ballotId, { endsOn: "2026-05-04", endsAt: "20:00" })
    const after_ = { now: Temporal.Instant.from("2026-05-04T18:00:00Z") }
    await assert.rejects(extend(ballotId, { endsOn: "2026-05-05", endsAt: "20:00" }, after_), refused("votes.over"))
  })

  it("stays where it is where nothing was declared", async () => {
    await assert.rejects(
      extend(await opened(on), { endsOn: "2026-05-04", endsAt: "20:00" }),
      refused("votes.not_extendable"),
    )
    await assert.rejects(prepared({ ...on, latestOn: "2026-05-02" }), issue("votes.latest_before_end"))
  })
})

describe("equal votes", () => {
  it("are decided once by the chair where the rule says so", async () => {
    const majority = (await w.ask(readChoices, { bodyId: w.lisle }, secretary())).majorities[0]!
    const simple = { majority: { kind: "simple" }, of: "votes_cast", blanks: "apart", abstentions: "apart" }
    await rule(majority.key, { ...simple, tie: "chair" })
    const ballotId = await opened({ ruleKey: majority.key })
    await assert.rejects(w.do(decideTie, { ballotId, chair: "for" }, secretary()), refused("votes.no_tie"))
    await cast(ballotId, voters[0]!, { answer: "for" })
    await cast(ballotId, voters[1]!, { answer: "against" })
    assert.equal((await closed(ballotId)).outcome!.result, "open")
    await assert.rejects(w.do(decideTie, { ballotId, chair: "for" }, w.people.dario), { status: 403 })
    await w.do(decideTie, { ballotId, chair: "for" }, secretary())
    assert.equal((await w.ask(readBallot, { ballotId }, secretary())).outcome!.result, "adopted")
    await assert.rejects(w.do(decideTie, { ballotId, chair: "against" }, secretary()), refused("votes.no_tie"))
  })

  it("go to the elder where it was declared: whoever is listed first", async () => {
    const elder = { kind: "candidates", method: "plurality", candidates: "Bo\nAna", betweenEquals: "age" }
    const ballotId = await opened(elder)
    await cast(ballotId, voters[0]!, { ranks: [[1]] })
    await cast(ballotId, voters[1]!, { ranks: [[0]] })
    const { outcome } = await closed(ballotId)
    assert.deepEqual(
      outcome!.voices.map(({ name, elected }) => [name, elected]),
      [
        ["Bo", true],
        ["Ana", false],
      ],
    )
  })
})
