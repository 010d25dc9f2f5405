import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type World, world } from "../../../tests/world.ts"
import type { Actor } from "../../kernel/rule.ts"
import { castVote } from "./cast.ts"
import { changeBallot } from "./change.ts"
import { closeBallot } from "./close.ts"
import { drawLot } from "./draw-lot.ts"
import { prepareNextRound } from "./next-round.ts"
import { openBallot } from "./open.ts"
import { prepareBallot } from "./prepare.ts"
import { readBallot } from "./read-ballot.ts"

let w: World
let voters: Actor[]
before(async () => {
  w = await world()
  voters = [w.people.dario, ...(await Promise.all(Array.from({ length: 6 }, () => w.member())))]
  await w.look(async (db) => {
    for (const [at, form] of (["f", "f", "m", "m"] as const).entries())
      await db.updateTable("people").set({ form }).where("id", "=", voters[at]!.personId).execute()
  })
})
after(() => w.end())

const refused = (code: string) => ({ code })
const question = (more: object = {}) => ({
  title: "Élire",
  kind: "candidates",
  candidateIds: voters.slice(0, 4).map(({ personId }) => personId),
  method: "absolute",
  manner: "named",
  electorate: "members",
  onDay: "2026-05-02",
  ...more,
})
const opened = async (more: object = {}) => {
  const { ballotId } = await w.do(prepareBallot, { bodyId: w.lisle, ...question(more) }, w.people.amina)
  await w.do(openBallot, { ballotId }, w.people.amina)
  return ballotId as string
}
/** Each voter names some; then it is counted. */
const voted = async (ballotId: string, ...names: number[][]) => {
  for (const [at, ranks] of names.entries())
    await w.do(castVote, { ballotId, revision: 1, ranks: ranks.length ? [ranks] : [] }, voters[at]!)
  await w.do(closeBallot, { ballotId }, w.people.amina)
  return w.ask(readBallot, { ballotId }, w.people.amina)
}
const elected = ({ outcome }: Awaited<ReturnType<typeof voted>>) =>
  outcome!.voices.flatMap((one, at) => (one.elected ? [at] : []))
const next = (ballotId: string, more: object = {}) => w.do(prepareNextRound, { ballotId, ...more }, w.people.amina)

describe("an election in rounds", () => {
  it("elects with more than half, and otherwise asks again between the first two", async () => {
    const first = await opened()
    const seen = await voted(first, [0], [0], [0], [1], [1], [2], [3])
    assert.deepEqual([elected(seen), seen.outcome!.result, seen.next!.candidates], [[], "next", [0, 1]])
    const { ballotId } = await next(first)
    await assert.rejects(next(first), refused("votes.round_prepared"))
    const prepared = await w.ask(readBallot, { ballotId }, w.people.amina)
    assert.deepEqual(
      [prepared.ballot.round, prepared.ballot.people],
      [2, voters.slice(0, 2).map((one) => one.personId)],
    )
    await assert.rejects(w.do(changeBallot, { ballotId, ...question() }, w.people.amina), refused("votes.round_fixed"))
    await w.do(openBallot, { ballotId }, w.people.amina)
    const last = await voted(ballotId, [0], [1], [1], [], [])
    assert.deepEqual([elected(last), last.next], [[1], null])
    assert.deepEqual(
      last.rounds_of.map(({ round }) => round),
      [1, 2],
    )
    await assert.rejects(next(ballotId), refused("votes.no_next_round"))
  })

  it("keeps the order that was drawn before the first round", async () => {
    const input = { bodyId: w.lisle, ...question({ betweenEquals: "lot" }) }
    const { ballotId: first } = await w.do(prepareBallot, input, w.people.amina)
    await w.do(drawLot, { ballotId: first }, w.people.amina)
    const { lot } = (await w.ask(readBallot, { ballotId: first }, w.people.amina)).ballot
    await w.do(openBallot, { ballotId: first }, w.people.amina)
    await voted(first, [0], [0], [0], [1], [1], [2], [3])
    const { ballotId } = await next(first)
    const { ballot } = await w.ask(readBallot, { ballotId }, w.people.amina)
    assert.deepEqual(
      ballot.lot,
      lot!.filter((one) => one < 2),
    )
  })

  it("puts who comes next in the place of whoever withdraws", async () => {
    const first = await opened()
    await voted(first, [0], [0], [0], [1], [1], [2])
    const { ballotId } = await next(first, { withdrew: [1] })
    const { ballot } = await w.ask(readBallot, { ballotId }, w.people.amina)
    assert.deepEqual(ballot.people, [voters[0]!.personId, voters[2]!.personId])
  })

  it("keeps what parity has left for the round that follows", async () => {
    const first = await opened({ seats: 2, parity: true })
    // Both women have more than half; only the one with most is elected.
    const seen = await voted(first, [0, 1], [0, 1], [0, 1], [0, 2], [3], [2])
    assert.deepEqual(elected(seen), [0])
    assert.match(seen.outcome!.trace.join(" "), /parit|plus de 1|au plus/i)
    const { ballotId } = await next(first)
    await w.do(openBallot, { ballotId }, w.people.amina)
    const second = await w.ask(readBallot, { ballotId }, w.people.amina)
    assert.deepEqual([second.ballot.seats, second.ballot.people.length], [1, 2])
    assert.ok(second.ballot.people.every((id) => [voters[2]!.personId, voters[3]!.personId].includes(id)))
  })

  it("asks the file who is a woman and who a man", async () => {
    const input = { ...question({ parity: true, seats: 2 }), bodyId: w.lisle, candidates: "Ana" }
    await assert.rejects(w.do(prepareBallot, input, w.people.amina), {
      issues: [{ path: ["parity"], code: "votes.parity_of_names", facts: {} }],
    })
  })
})
