import assert from "node:assert/strict"
import { after, before, beforeEach, describe, it } from "node:test"
import { trio } from "../../../tests/trio.ts"
import { readBlt } from "../../kernel/counting/blt.ts"
import { rankedMethods } from "../../kernel/counting/methods.ts"
import { type World, world } from "../../../tests/world.ts"
import { heldOf } from "../../kernel/held-of.ts"
import type { Actor } from "../../kernel/rule.ts"
import { cancelBallot } from "./cancel.ts"
import { castVote } from "./cast.ts"
import { changeBallot } from "./change.ts"
import { closeBallot } from "./close.ts"
import { drawLot } from "./draw-lot.ts"
import { listBallots } from "./list.ts"
import { openBallot } from "./open.ts"
import { prepareBallot } from "./prepare.ts"
import { readBallot } from "./read-ballot.ts"
import { takeBallotBack } from "./take-back.ts"
import { typeFigures } from "./type-figures.ts"
import { urnOf } from "./urn.ts"
import { waiting } from "./waiting.ts"

let w: World
let voters: Actor[]
before(async () => {
  w = await world()
  voters = [w.people.dario, ...(await Promise.all([1, 2, 3].map(() => w.member())))]
})
after(() => w.end())

const question = (more: object = {}) => ({
  bodyId: w.lisle,
  title: "Adopter le budget",
  kind: "yes_no",
  method: "majority",
  manner: "named",
  electorate: "members",
  onDay: "2026-05-02",
  ...more,
})
const election = (more: object = {}) =>
  question({ kind: "candidates", candidates: "Ana\nBo\nCy", method: "plurality", ...more })
const prepared = async (input = question()) => (await w.do(prepareBallot, input, w.people.amina)).ballotId as string
const opened = async (input = question()) => {
  const ballotId = await prepared(input)
  await w.do(openBallot, { ballotId }, w.people.amina)
  return ballotId
}
const cast = (ballotId: string, actor: Actor, choice: object = { answer: "for" }, more: object = {}) =>
  w.do(castVote, { ballotId, revision: 1, ...choice }, actor, more)
const read = (ballotId: string, actor = w.people.amina) => w.ask(readBallot, { ballotId }, actor)
const close = (ballotId: string, more: object = {}) => w.do(closeBallot, { ballotId }, w.people.amina, more)
const refused = (code: string) => ({ code })
const figures = { voters: 3, for: 2, against: 1, abstained: 0, blank: 0, void: 0 }

describe("votes", () => {
  trio(
    () => w,
    [
      { command: prepareBallot, capability: "decisions.manage", input: () => question() },
      {
        command: changeBallot,
        capability: "decisions.manage",
        input: async () => ({ ballotId: await prepared(), ...question(), bodyId: undefined }),
      },
      {
        command: drawLot,
        capability: "decisions.manage",
        input: async () => ({ ballotId: await prepared(election({ betweenEquals: "lot" })) }),
      },
      { command: openBallot, capability: "decisions.manage", input: async () => ({ ballotId: await prepared() }) },
      { command: takeBallotBack, capability: "decisions.manage", input: async () => ({ ballotId: await opened() }) },
      {
        command: typeFigures,
        capability: "meetings.hold",
        input: async () => ({ ballotId: await opened(question({ manner: "hand" })), ...figures }),
      },
      { command: closeBallot, capability: "decisions.manage", input: async () => ({ ballotId: await opened() }) },
      { command: cancelBallot, capability: "decisions.manage", input: async () => ({ ballotId: await opened() }) },
    ],
  )
})

describe("a vote by name", () => {
  let ballotId: string
  beforeEach(async () => {
    ballotId = await opened()
  })

  it("is seen by its voters only once it is open, and waits in their Today until they have voted", async () => {
    const other = await prepared()
    await assert.rejects(read(other, w.people.dario), refused("not_found"))
    const mine = async () =>
      (await w.look((db) => waiting({ ...w.equipment, actor: w.people.dario, db, now: w.now }))).some(
        ({ at }) => at === `/votes/${ballotId}`,
      )
    assert.equal(await mine(), true)
    await cast(ballotId, w.people.dario)
    assert.equal(await mine(), false)
  })

  it("tells no result before the close, to nobody, and tells how many have voted", async () => {
    await cast(ballotId, w.people.dario, { answer: "against" })
    for (const actor of [w.people.amina, w.people.dario, voters[1]!]) {
      const seen = await read(ballotId, actor)
      assert.deepEqual([seen.outcome, seen.names, seen.voted], [null, null, 1])
      if (actor !== w.people.dario) assert.ok(!JSON.stringify(seen).includes('"against"'))
    }
    const [row] = (await w.ask(listBallots, { bodyId: w.lisle }, w.people.dario)).rows
    assert.equal("result" in row!, false)
    await close(ballotId)
    const { outcome, names } = await read(ballotId, voters[1])
    assert.match(outcome!.sentence, /rejeté.*0 pour, 1 contre/)
    assert.deepEqual(names!.rows, [{ name: "Dario Lemmens", choice: { answer: "against" } }])
  })

  it("takes one vote of each, even from two devices at once", async () => {
    const both = await Promise.allSettled([
      cast(ballotId, w.people.dario),
      cast(ballotId, w.people.dario, { answer: "against" }),
    ])
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"])
    await assert.rejects(cast(ballotId, w.people.dario), refused("votes.already_voted"))
    assert.equal((await read(ballotId)).voted, 1)
  })

  it("tells no page of others that it was given, only that it was closed", async () => {
    const heard: string[] = []
    const stop = w.equipment.live.listen(w.organisation, (names) => heard.push(...names))
    await cast(ballotId, w.people.dario)
    await close(ballotId)
    for (let tries = 0; tries < 100 && !heard.includes("votes.close"); tries++)
      await new Promise((done) => setTimeout(done, 20))
    stop()
    assert.ok(heard.includes("votes.close") && !heard.includes("votes.cast"))
  })

  it("lets one change it until the close, where it says so", async () => {
    const changeable = await opened(question({ changeable: true }))
    await cast(changeable, w.people.dario)
    await cast(changeable, w.people.dario, { answer: "blank" })
    await close(changeable)
    assert.deepEqual((await read(changeable)).names!.rows[0]!.choice, { answer: "blank" })
  })

  it("is for the electorate alone, and tells the others why not", async () => {
    await assert.rejects(cast(ballotId, await w.member()), refused("votes.not_on_roll"))
    await assert.rejects(cast(ballotId, w.people.ines), refused("not_found"))
    const ofSecretary = await opened(question({ electorate: "holders", functions: ["administrative-secretary"] }))
    await cast(ofSecretary, w.people.amina)
    await assert.rejects(cast(ofSecretary, w.people.dario), refused("votes.not_on_roll"))
    await w.look((db) =>
      db
        .updateTable("memberships")
        .set({ dues_until: Temporal.PlainDate.from("2026-12-31") })
        .where("person_id", "=", voters[1]!.personId!)
        .execute(),
    )
    const upToDate = await opened(question({ electorate: "members_up_to_date" }))
    await cast(upToDate, voters[1]!)
    await assert.rejects(cast(upToDate, w.people.dario), refused("votes.not_entitled"))
    const { me } = await read(upToDate, w.people.dario)
    assert.deepEqual([me!.entitled, me!.cast], [false, null])
    assert.match(me!.why!, /cotisation/)
  })

  it("takes nothing after the close, nor after its last moment, nor of a question that changed", async () => {
    const timed = await opened(question({ endsOn: "2026-05-03", endsAt: "20:00" }))
    await cast(timed, w.people.dario)
    await assert.rejects(close(timed), refused("votes.not_yet"))
    const later = { now: Temporal.Instant.from("2026-05-03T18:00:00Z") }
    await assert.rejects(cast(timed, voters[1]!, undefined, later), refused("votes.over"))
    await close(timed, later)
    await assert.rejects(cast(timed, voters[1]!), refused("votes.over"))

    await w.do(takeBallotBack, { ballotId }, w.people.amina)
    const changed = { ballotId, ...question({ title: "Adopter le budget rectifié" }), bodyId: undefined }
    await w.do(changeBallot, changed, w.people.amina)
    await assert.rejects(cast(ballotId, w.people.dario), (error: { code: string }) =>
      ["votes.not_open", "not_found"].includes(error.code),
    )
    await w.do(openBallot, { ballotId }, w.people.amina)
    await assert.rejects(cast(ballotId, w.people.dario), refused("votes.question_changed"))
    await cast(ballotId, w.people.dario, { answer: "for", revision: 3 })
    await assert.rejects(w.do(takeBallotBack, { ballotId }, w.people.amina), refused("votes.has_begun"))
    await assert.rejects(w.do(changeBallot, changed, w.people.amina), refused("votes.is_open"))
  })

  it("keeps the roll as it was when it opened", async () => {
    const late = await w.member()
    await assert.rejects(cast(ballotId, late), refused("votes.not_on_roll"))
    assert.equal((await read(ballotId)).ballot.roll_id !== null, true)
  })
})

describe("an election", () => {
  it("leaves a tie open that nothing decides", async () => {
    const ballotId = await opened(election())
    await cast(ballotId, voters[0]!, { ranks: [[0]] })
    await cast(ballotId, voters[1]!, { ranks: [[1]] })
    await close(ballotId)
    const { outcome } = await read(ballotId)
    assert.equal(outcome!.result, "open")
    assert.match(outcome!.sentence, /départager entre Ana et Bo/)
    assert.deepEqual(
      outcome!.voices.filter(({ elected }) => elected),
      [],
    )
  })

  it("follows the lot that was drawn before it opened, once", async () => {
    const ballotId = await prepared(election({ betweenEquals: "lot" }))
    await assert.rejects(w.do(openBallot, { ballotId }, w.people.amina), refused("votes.lot_missing"))
    await w.do(drawLot, { ballotId }, w.people.amina)
    await assert.rejects(w.do(drawLot, { ballotId }, w.people.amina), refused("votes.already_drawn"))
    await w.do(openBallot, { ballotId }, w.people.amina)
    await cast(ballotId, voters[0]!, { ranks: [[0]] })
    await cast(ballotId, voters[1]!, { ranks: [[1]] })
    await close(ballotId)
    const { ballot, outcome } = await read(ballotId)
    const best = ballot.lot!.find((at) => at < 2)!
    assert.deepEqual(
      outcome!.voices.filter(({ elected }) => elected).map(({ name }) => name),
      [ballot.candidates[best]],
    )
  })

  it("elects nobody whom nobody named, and takes no more names than there are seats", async () => {
    const ballotId = await opened(election({ seats: 2 }))
    await assert.rejects(cast(ballotId, voters[0]!, { ranks: [[0, 1, 2]] }), refused("votes.too_many_names"))
    await assert.rejects(cast(ballotId, voters[0]!, { ranks: [[7]] }), /ranks/)
    await assert.rejects(cast(ballotId, voters[0]!, { ranks: [[1], [1]] }), /named_twice/)
    await cast(ballotId, voters[0]!, { ranks: [[2]] })
    await cast(ballotId, voters[1]!, { ranks: [] })
    await close(ballotId)
    const { outcome } = await read(ballotId)
    assert.deepEqual(
      [outcome!.blank, outcome!.voices.filter(({ elected }) => elected).map(({ name }) => name)],
      [1, ["Cy"]],
    )
  })

  it("ranks where it says so", async () => {
    const ballotId = await prepared(election({ method: "instant_runoff", betweenEquals: "lot" }))
    await w.do(drawLot, { ballotId }, w.people.amina)
    await w.do(openBallot, { ballotId }, w.people.amina)
    await cast(ballotId, voters[0]!, { ranks: [[0], [1]] })
    await cast(ballotId, voters[1]!, { ranks: [[1], [0]] })
    await cast(ballotId, voters[2]!, { ranks: [[2], [1]] })
    await cast(ballotId, voters[3]!, { ranks: [[1], [2]] })
    await close(ballotId)
    const { outcome } = await read(ballotId)
    assert.match(outcome!.sentence, /Bo est élu/)
    assert.ok(outcome!.trace.length > 0)
  })

  it("tells whoever voted what is held of them: what they voted, in words", async () => {
    const ballotId = await opened(election({ method: "approval" }))
    await cast(ballotId, voters[3]!, { ranks: [[2, 0]] })
    const { groups } = await w.look((db) => heldOf(voters[3]!.personId!, { db, held: w.equipment.held }))
    assert.match(JSON.stringify(groups), /Ana, Cy/)
  })

  it("refuses two of one name, and a count that does not fit", async () => {
    await assert.rejects(prepared(election({ candidates: "Ana\nana" })), /same_name/)
    await assert.rejects(prepared(election({ manner: "hand", method: "schulze" })), /does_not_fit/)
    await assert.rejects(prepared(election({ seats: 2, method: "schulze" })), /does_not_fit/)
    await assert.rejects(prepared(question({ method: "approval" })), /does_not_fit/)
  })

  it("of nobody who votes decides nothing", async () => {
    const ballotId = await opened(election())
    await close(ballotId)
    assert.equal((await read(ballotId)).outcome!.result, "nobody")
  })
})

describe("figures typed by hand", () => {
  it("are typed once for a show of hands, and cannot be more than those who may vote", async () => {
    const ballotId = await opened(question({ manner: "hand" }))
    await assert.rejects(cast(ballotId, w.people.dario), refused("votes.not_by_name"))
    await assert.rejects(close(ballotId), refused("votes.no_figures"))
    const type = (more: object) => w.do(typeFigures, { ballotId, ...figures, ...more }, w.people.amina)
    await assert.rejects(type({ voters: 900 }), refused("votes.more_voters"))
    await assert.rejects(type({ for: 3 }), refused("votes.more_votes"))
    await type({})
    await close(ballotId)
    assert.match((await read(ballotId)).outcome!.sentence, /adopté.*2 pour, 1 contre/)
    await assert.rejects(type({}), refused("votes.over"))
  })

  it("are typed by two people for paper, who do not see each other’s and must agree", async () => {
    const ballotId = await opened(question({ manner: "paper" }))
    const teller = await w.holding(["meetings.hold"])
    const type = (actor: Actor, more: object = {}) => w.do(typeFigures, { ballotId, ...figures, ...more }, actor)
    await type(w.people.amina)
    await type(w.people.amina)
    await assert.rejects(close(ballotId), refused("votes.one_typing"), "one person twice is one person")
    const seen = await read(ballotId, teller)
    assert.deepEqual([seen.typings!.mine, seen.typings!.by.length], [null, 1])
    await type(teller, { for: 1, against: 2 })
    assert.deepEqual((await read(ballotId, teller)).typings!.differ, ["for", "against"])
    await assert.rejects(close(ballotId), refused("votes.typings_differ"))
    await assert.rejects(type(await w.holding(["meetings.hold"])), refused("votes.typed_by_others"))
    await type(teller)
    await close(ballotId)
    assert.equal((await read(ballotId)).outcome!.result, "adopted")
  })

  it("count candidates whoever named them", async () => {
    const ballotId = await opened(election({ manner: "hand" }))
    await w.do(typeFigures, { ballotId, ...figures, for: 0, against: 0, voices: [1, 2, 0] }, w.people.amina)
    await close(ballotId)
    assert.match((await read(ballotId)).outcome!.sentence, /Bo est élu/)
  })
})

describe("the urn of a vote that is closed", () => {
  const ranking = { method: "scottish", seats: 2, candidates: "Ana\nBo\nCy", betweenEquals: "lot" }
  it("is counted again by anybody to the same result, and names nobody", async () => {
    const ballotId = await prepared(election(ranking))
    await w.do(drawLot, { ballotId }, w.people.amina)
    await w.do(openBallot, { ballotId }, w.people.amina)
    await cast(ballotId, w.people.dario, { ranks: [[2], [0]] })
    await cast(ballotId, voters[1]!, { ranks: [[1]] })
    await cast(ballotId, voters[2]!, { ranks: [] })
    const urn = (actor: Actor) => w.look((db) => urnOf(ballotId, { ...w.equipment, actor, db, now: w.now }))
    await assert.rejects(urn(w.people.amina), refused("not_found"))
    assert.equal((await read(ballotId)).urn, false)
    await close(ballotId)
    assert.equal((await read(ballotId)).urn, true)
    const text = await urn(w.people.dario)
    assert.ok(!/Dario|Lemmens/.test(text))
    const again = rankedMethods.scottish(readBlt(text))
    const { outcome } = await read(ballotId)
    assert.deepEqual(
      again.elected.map((one) => ["Ana", "Bo", "Cy"][one]).toSorted(),
      outcome!.voices.flatMap(({ name, elected }) => (elected ? [name] : [])).toSorted(),
    )
    await assert.rejects(urn(w.people.ines), refused("not_found"))
  })

  it("is none where figures were typed, or where the question has no candidates", async () => {
    const ballotId = await opened()
    await close(ballotId)
    assert.equal((await read(ballotId)).urn, false)
  })
})
