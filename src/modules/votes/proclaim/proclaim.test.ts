import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { newId } from "../../../kernel/id.ts"
import type { Actor } from "../../../kernel/rule.ts"
import { findDecisions } from "../../decisions/contract.ts"
import { listDecisions } from "../../decisions/register/list.ts"
import { readDecision } from "../../decisions/register/read-decision.ts"
import { reopenDecision } from "../../decisions/register/reopen.ts"
import { addDuesAmount } from "../../members/dues/scale.ts"
import { recordMandate } from "../../mandates/record.ts"
import { addItem } from "../../meetings/agenda/add.ts"
import { correctTaken } from "../../meetings/attendance/take-decision.ts"
import { prepareMeeting } from "../../meetings/prepare.ts"
import { extractOf } from "../../meetings/minutes/extract.ts"
import { readMinutes } from "../../meetings/minutes/read.ts"
import { castVote } from "../cast.ts"
import { closeBallot } from "../close.ts"
import { prepareNextRound } from "../next-round.ts"
import { openBallot } from "../open.ts"
import { prepareOperation } from "../operation/prepare-operation.ts"
import { prepareBallot } from "../prepare.ts"
import { readBallot } from "../read-ballot.ts"
import { waiting } from "../waiting.ts"
import { decideByBallot } from "./decide.ts"
import { foreseeProclamation } from "./foresee.ts"
import { proclaimBallot } from "./proclaim.ts"

let w: World
let voters: Actor[]
let treasurer: string
const secretary = () => w.people.amina
const refused = (code: string) => ({ code })

before(async () => {
  w = await world()
  voters = await Promise.all(Array.from({ length: 6 }, () => w.member()))
  treasurer = await functionId("treasurer")
  await w.look((db) => db.updateTable("functions").set({ term_months: 24 }).where("id", "=", treasurer).execute())
})
after(() => w.end())

const functionId = async (key: string) =>
  (
    await w.look((db) =>
      db
        .selectFrom("functions")
        .select("id")
        .where("body_id", "=", w.lisle)
        .where("key", "=", key)
        .executeTakeFirstOrThrow(),
    )
  ).id
const idOf = ({ personId }: Actor) => personId!

/** A vote by name of which those told are elected, closed. */
const closed = async (more: object, ...choices: object[]) => {
  const input = {
    bodyId: w.lisle,
    title: "Élire",
    manner: "named",
    electorate: "members",
    onDay: "2026-05-02",
    ...more,
  }
  const { ballotId } = await w.do(prepareBallot, input, secretary())
  return voted(ballotId as string, ...choices)
}
const voted = async (ballotId: string, ...choices: object[]) => {
  await w.do(openBallot, { ballotId }, secretary())
  for (const [at, choice] of choices.entries()) await w.do(castVote, { ballotId, revision: 1, ...choice }, voters[at]!)
  await w.do(closeBallot, { ballotId }, secretary())
  return ballotId
}
const ranks = (...places: number[]) => ({ ranks: [places] })
/** An election of a treasurer between the first two voters, won by the one told. */
const elected = (winner: 0 | 1 = 0, more: object = {}) =>
  closed(
    {
      title: "Élire à la trésorerie",
      kind: "candidates",
      candidateIds: voters.slice(0, 2).map(idOf),
      method: "plurality",
      functionId: treasurer,
      ...more,
    },
    ranks(winner),
    ranks(winner),
    ranks(winner === 0 ? 1 : 0),
  )
const yes = (more: object = {}) =>
  closed(
    { title: "Adopter le budget", kind: "yes_no", method: "majority", question: "Le budget est adopté.", ...more },
    {
      answer: "for",
    },
  )
const proclamation = (ballotId: string, more: object = {}) => ({
  ballotId,
  since: "2026-05-02",
  text: "L’assemblée élit.",
  letter: "Merci.",
  ...more,
})
const proclaim = (ballotId: string, more: object = {}, actor = secretary()) =>
  w.do(proclaimBallot, proclamation(ballotId, more), actor)
const foresee = (ballotId: string, more: object = {}) =>
  w.ask(foreseeProclamation, { ballotId, since: "2026-05-02", ...more }, secretary())
const mandatesOf = (functionId_: string) =>
  w.look((db) =>
    db
      .selectFrom("mandates")
      .selectAll()
      .where("function_id", "=", functionId_)
      .orderBy("since")
      .orderBy("recorded_at")
      .execute(),
  )
const clear = (functionId_: string) =>
  w.look((db) => db.deleteFrom("mandates").where("function_id", "=", functionId_).execute())
/** The treasurer for two years. */
const inOffice = (actor: Actor) =>
  w.look((db) =>
    db
      .insertInto("mandates")
      .values({
        organisation_id: w.organisation,
        id: newId(),
        person_id: idOf(actor),
        function_id: treasurer,
        body_id: w.lisle,
        since: Temporal.PlainDate.from("2024-05-02"),
        until: null,
        origin: "vote",
        origin_id: null,
        origin_note: null,
      })
      .execute(),
  )
const lettersAbout = (ballotId: string) =>
  w.look(async (db) =>
    (await db.selectFrom("sendings").select(["kind", "person_id", "content"]).execute()).filter(
      ({ content }) => (content as { ballot_id?: string }).ballot_id === ballotId,
    ),
  )

describe("what follows from a vote", () => {
  trio(
    () => w,
    [
      {
        command: decideByBallot,
        capability: "decisions.manage",
        input: async () => ({ ballotId: await yes(), text: "Oui." }),
      },
    ],
  )
})

describe("a decision of a vote", () => {
  it("stands in the register under a number, with the figures and the rule of the vote, and once", async () => {
    const ballotId = await yes()
    const { decision_said } = await w.ask(readBallot, { ballotId }, secretary())
    assert.equal(decision_said, "Le budget est adopté.")
    const { decisionId } = await w.do(decideByBallot, { ballotId, text: "Le budget est adopté." }, secretary())
    const { decision, majority, quorum } = await w.ask(readDecision, { decisionId }, voters[0]!)
    assert.deepEqual(
      [decision.ballot_id, decision.votes_for, decision.adopted, decision.state, decision.how],
      [ballotId, 1, true, "in_force", "roll_call"],
    )
    assert.ok(majority.length > 0)
    assert.deepEqual(quorum, [])
    const again = w.do(decideByBallot, { ballotId, text: "Encore." }, secretary())
    await assert.rejects(again, refused("votes.already_decided"))
    const seen = await w.ask(readBallot, { ballotId }, voters[0]!)
    assert.deepEqual([seen.decision!.id, seen.decision_said], [decisionId, null])
    const { rows } = await w.ask(listDecisions, { bodyId: w.lisle }, voters[0]!)
    assert.equal(rows.find(({ id }) => id === decisionId)!.ballot_id, ballotId)
    await assert.rejects(w.do(reopenDecision, { decisionId }, secretary()), refused("decisions.of_a_vote"))
  })

  it("is rejected where the vote rejected, and is none where nobody voted or the vote is open", async () => {
    const no = await closed({ kind: "yes_no", method: "majority" }, { answer: "against" })
    const { decisionId } = await w.do(decideByBallot, { ballotId: no, text: "Non." }, secretary())
    const { decision } = await w.ask(readDecision, { decisionId }, secretary())
    assert.deepEqual([decision.adopted, decision.state], [false, "rejected"])
    const nobody = await closed({ kind: "yes_no", method: "majority" })
    await assert.rejects(
      w.do(decideByBallot, { ballotId: nobody, text: "?" }, secretary()),
      refused("votes.not_settled"),
    )
  })

  it("is in the minutes of the meeting of its operation", async () => {
    const { meetingId } = await w.do(
      prepareMeeting,
      { bodyId: w.lisle, title: "Assemblée", day: "2026-05-09", at: "20:00" },
      secretary(),
    )
    const operation = { bodyId: w.lisle, title: "Assemblée", electorate: "members", onDay: "2026-05-02", meetingId }
    const { operationId } = await w.do(prepareOperation, operation, secretary())
    const ballotId = await elected(0, { operationId, rounds: 2, method: "absolute" })
    await clear(treasurer)
    const { decision_said } = await w.ask(readBallot, { ballotId }, secretary())
    await proclaim(ballotId, { text: decision_said })
    const { minutes } = await w.ask(readMinutes, { meetingId }, secretary())
    const item = minutes!.paper.items.at(-1)!
    assert.equal(item.title, "Votes et élections")
    assert.match(
      item.decisions![0]!.text as string,
      /Trésorerie\s: est élu·e .* \(2 voix\), au 1er tour\. .*majorité absolue/,
    )
    assert.equal(item.decisions![0]!.result, undefined)
  })

  it("is under the item of the meeting that is named, and of no other meeting", async () => {
    const meeting = () =>
      w.do(prepareMeeting, { bodyId: w.lisle, title: "Assemblée", day: "2026-05-09", at: "20:00" }, secretary())
    const { meetingId } = await meeting()
    const { itemId } = await w.do(addItem, { meetingId, title: "Le budget", purpose: "decide" }, secretary())
    const operation = { bodyId: w.lisle, title: "Assemblée", electorate: "members", onDay: "2026-05-02" }
    const { operationId } = await w.do(prepareOperation, { ...operation, meetingId }, secretary())
    const elsewhere = await w.do(
      prepareOperation,
      { ...operation, meetingId: (await meeting()).meetingId },
      secretary(),
    )
    const said = { text: "Le budget est adopté.", itemId }
    for (const other of [elsewhere.operationId, null]) {
      const ballotId = await yes({ operationId: other })
      await assert.rejects(w.do(decideByBallot, { ballotId, ...said }, secretary()), {
        issues: [{ path: ["itemId"], code: "invalid_value", facts: {} }],
      })
    }
    const ballotId = await yes({ operationId })
    const { minutes_of } = await w.ask(readBallot, { ballotId }, secretary())
    assert.ok(minutes_of!.items.some(({ id }) => id === itemId))
    const { decisionId } = await w.do(decideByBallot, { ballotId, ...said }, secretary())
    const { minutes } = await w.ask(readMinutes, { meetingId }, secretary())
    const item = minutes!.paper.items.find(({ title }) => title === "Le budget")!
    assert.match(item.decisions![0]!.result!, /^Adopté par 1 voix pour/)
    assert.ok(!minutes!.paper.items.some(({ title }) => title === "Votes et élections"))
    const extract = await w.look((db) => extractOf(decisionId, { ...w.equipment, actor: secretary(), db, now: w.now }))
    assert.deepEqual(
      extract.facts.map(([word]) => word),
      ["Réunion", "Procès-verbal"],
    )
    const correction = { decisionId, text: "Autre chose.", how: "consent" }
    await assert.rejects(w.do(correctTaken, correction, secretary()), refused("not_found"))
  })
})

describe("a proclamation", () => {
  it("takes the right to decide and the right to record mandates, each", async () => {
    const ballotId = await elected()
    await clear(treasurer)
    await assert.rejects(proclaim(ballotId, {}, w.people.oscar), refused("not_found"))
    await assert.rejects(proclaim(ballotId, {}, voters[3]), refused("not_allowed"))
    await assert.rejects(proclaim(ballotId, {}, await w.holding(["decisions.manage"])), refused("not_allowed"))
    await assert.rejects(proclaim(ballotId, {}, await w.holding(["mandates.manage"])), refused("not_allowed"))
    const limited = { ...secretary(), via: "key" as const, only: ["decisions.manage"] }
    await assert.rejects(proclaim(ballotId, {}, limited), refused("not_allowed"))
    await proclaim(ballotId, {}, await w.holding(["decisions.manage", "mandates.manage"]))
    await assert.rejects(proclaim(ballotId), refused("votes.already_proclaimed"))
  })

  it("gives the rights of the function at once and takes them from whoever held it, who is asked to hand over", async () => {
    await clear(treasurer)
    const old = voters[1]!
    await inOffice(old)
    const fresh = voters[0]!
    const dues = () => ({ bodyId: w.lisle, year: 2026, label: newId(), cents: 1200 })
    await w.do(addDuesAmount, dues(), old)
    await assert.rejects(w.do(addDuesAmount, dues(), fresh), refused("not_allowed"))
    const second = await elected(0)
    const { holders, is_full, usual_until, again } = await foresee(second)
    assert.deepEqual([holders.map(({ person_id }) => person_id), is_full, again], [[idOf(old)], true, []])
    assert.equal(String(usual_until), "2028-05-01")
    const [holder] = holders
    const { decisionId } = await proclaim(second, { ends: [holder!.mandate_id], until: String(usual_until) })
    await w.do(addDuesAmount, dues(), fresh)
    await assert.rejects(w.do(addDuesAmount, dues(), old), refused("not_allowed"))
    const rows = await mandatesOf(treasurer)
    assert.deepEqual(
      rows.map(({ person_id, since, until, origin, origin_id }) => [
        person_id,
        String(since),
        String(until),
        origin,
        origin_id,
      ]),
      [
        [idOf(old), "2024-05-02", "2026-05-01", "vote", null],
        [idOf(fresh), "2026-05-02", String(usual_until), "vote", decisionId],
      ],
    )
    const [task] = await w.look((db) =>
      db.selectFrom("tasks").selectAll().where("decision_id", "=", decisionId).execute(),
    )
    assert.deepEqual([task!.owner_id, String(task!.due)], [idOf(old), "2026-05-16"])
    assert.match(task!.what, /^Passer la main à Sam/)
    const [named] = await findOne(decisionId)
    assert.equal(named!.ballot_id, second)
    // A session without its second factor has nothing of a function that demands one.
    await assert.rejects(w.do(addDuesAmount, dues(), { ...fresh, awaitsSecondFactor: true }), {
      code: "second_factor_needed",
    })
  })

  it("renews whoever is elected again, without a day with two mandates nor one with none", async () => {
    await clear(treasurer)
    await inOffice(voters[0]!)
    const ballotId = await elected(0)
    const { holders, again, is_full } = await foresee(ballotId, { since: "2026-05-03" })
    assert.deepEqual([holders.length, again.length, is_full], [0, 1, false])
    const { decisionId } = await proclaim(ballotId, { since: "2026-05-03" })
    const rows = await mandatesOf(treasurer)
    assert.deepEqual(
      rows.map(({ since, until }) => [String(since), String(until)]),
      [
        ["2024-05-02", "2026-05-02"],
        ["2026-05-03", "null"],
      ],
    )
    const tasks = await w.look((db) =>
      db.selectFrom("tasks").select("id").where("decision_id", "=", decisionId).execute(),
    )
    assert.deepEqual(tasks, [])
  })

  it("lets each begin on their own day, and whoever leaves do so before the first", async () => {
    await clear(treasurer)
    await inOffice(voters[1]!)
    await inOffice(voters[2]!)
    const seats = { seats: 2, method: "approval", candidateIds: voters.slice(0, 2).map(idOf) }
    const ballotId = await elected(0, seats)
    const { elected: two } = await foresee(ballotId)
    assert.equal(two.length, 2)
    const days = [{ personId: idOf(voters[1]!), since: "2026-06-01", until: "2026-12-31" }]
    const { holders, again, ends_on } = await foresee(ballotId, { since: "2026-05-10", days })
    assert.deepEqual([holders.map(({ person_id }) => person_id), again.length], [[idOf(voters[2]!)], 1])
    assert.equal(String(ends_on), "2026-05-09")
    await proclaim(ballotId, { since: "2026-05-10", days, ends: [holders[0]!.mandate_id] })
    const rows = await mandatesOf(treasurer)
    assert.deepEqual(
      rows.map(({ person_id, since, until }) => [voters.map(idOf).indexOf(person_id), String(since), String(until)]),
      [
        [1, "2024-05-02", "2026-05-31"],
        [2, "2024-05-02", "2026-05-09"],
        [0, "2026-05-10", "null"],
        [1, "2026-06-01", "2026-12-31"],
      ],
    )
    const stranger = { days: [{ personId: idOf(voters[4]!), since: "2026-06-01" }] }
    await assert.rejects(foresee(ballotId, stranger), {
      issues: [{ path: ["days"], code: "invalid_value", facts: {} }],
    })
    const early = { days: [{ personId: idOf(voters[1]!), since: "2026-05-01" }] }
    await assert.rejects(proclaim(await elected(0, seats), early), {
      issues: [{ path: ["since"], code: "votes.before_vote", facts: {} }],
    })
  })

  it("writes to those elected, to the others only when told, and never twice", async () => {
    await clear(treasurer)
    const quiet = await elected(0)
    await proclaim(quiet)
    assert.deepEqual(
      (await lettersAbout(quiet)).map(({ kind, person_id }) => [kind, person_id]),
      [["vote-elected", idOf(voters[0]!)]],
    )
    await clear(treasurer)
    const told = await elected(0)
    const { others } = await foresee(told)
    assert.deepEqual(
      others.map(({ id, has_mail }) => [id, has_mail]),
      [[idOf(voters[1]!), true]],
    )
    await proclaim(told, { othersLetter: "Merci de vous être présenté·e." })
    await assert.rejects(proclaim(told, { othersLetter: "Encore." }), refused("votes.already_proclaimed"))
    const letters = await lettersAbout(told)
    assert.deepEqual(letters.map(({ kind }) => kind).toSorted(), ["vote-elected", "vote-not-elected"])
  })

  it("is of each round its own, and writes to nobody who may stand in the next", async () => {
    await clear(treasurer)
    const first = await elected(0, { method: "absolute", candidateIds: voters.slice(0, 3).map(idOf) })
    // Two of three: elected at once, no round follows.
    assert.equal((await foresee(first)).others.length, 2)
    const split = await closed(
      {
        kind: "candidates",
        candidateIds: voters.slice(0, 3).map(idOf),
        method: "absolute",
        functionId: treasurer,
      },
      ranks(0),
      ranks(1),
      ranks(2),
      ranks(0),
      ranks(1),
    )
    await assert.rejects(foresee(split), refused("votes.nobody_elected"))
    await assert.rejects(proclaim(split), refused("votes.nobody_elected"))
    const { ballotId } = await w.do(prepareNextRound, { ballotId: split }, secretary())
    const last = await voted(ballotId as string, ranks(0), ranks(0), ranks(1))
    const { others, elected: now } = await foresee(last)
    assert.deepEqual(
      [now.map(({ id }) => id), others.map(({ id }) => id).toSorted()],
      [[idOf(voters[0]!)], [idOf(voters[1]!), idOf(voters[2]!)].toSorted()],
    )
  })

  it("refuses a day before the vote, a mandate of another function, names out of the file and a vote for no function", async () => {
    await clear(treasurer)
    const ballotId = await elected()
    await assert.rejects(proclaim(ballotId, { since: "2026-05-01" }), {
      issues: [{ path: ["since"], code: "votes.before_vote", facts: {} }],
    })
    const [other] = await mandatesOf(await functionId("administrative-secretary"))
    await assert.rejects(proclaim(ballotId, { ends: [other!.id] }), refused("not_found"))
    const named = await closed(
      { kind: "candidates", candidates: "Ana\nBo", method: "plurality", functionId: treasurer },
      ranks(0),
    )
    await assert.rejects(proclaim(named), refused("votes.not_in_file"))
    const seen = await w.ask(readBallot, { ballotId: named }, secretary())
    assert.deepEqual([seen.to_proclaim, typeof seen.decision_said], [false, "string"])
    const free = await closed({ kind: "candidates", candidateIds: [idOf(voters[0]!)], method: "plurality" }, ranks(0))
    await assert.rejects(proclaim(free), refused("votes.no_function"))
    assert.equal((await mandatesOf(treasurer)).length, 0, "and nothing is written")
  })

  it("takes the decision that somebody wrote who may not record mandates", async () => {
    await clear(treasurer)
    const ballotId = await elected()
    const { decisionId } = await w.do(
      decideByBallot,
      { ballotId, text: "Élue." },
      await w.holding(["decisions.manage"]),
    )
    const { to_proclaim, decision_said } = await w.ask(readBallot, { ballotId }, secretary())
    assert.deepEqual([to_proclaim, decision_said], [true, null])
    assert.equal((await proclaim(ballotId, { text: null })).decisionId, decisionId)
    const [mandate] = await mandatesOf(treasurer)
    assert.equal(mandate!.origin_id, decisionId)
    const bare = await elected(1)
    await assert.rejects(proclaim(bare, { text: null }), {
      issues: [{ path: ["text"], code: "required", facts: {} }],
    })
  })

  it("is done by whoever holds the vote of a confidential meeting, who is told that they will not read its decision", async () => {
    await clear(treasurer)
    const { meetingId } = await w.do(
      prepareMeeting,
      { bodyId: w.lisle, title: "Huis clos", day: "2026-05-09", at: "20:00" },
      secretary(),
    )
    await w.look((db) => db.updateTable("meetings").set({ confidential: true }).where("id", "=", meetingId).execute())
    const operation = { bodyId: w.lisle, title: "Huis clos", electorate: "members", onDay: "2026-05-02", meetingId }
    const { operationId } = await w.do(prepareOperation, operation, secretary())
    const held = await w.holding(["decisions.manage", "mandates.manage"])
    const ballotId = await elected(0, { operationId })
    const seen = await w.ask(readBallot, { ballotId }, held)
    assert.equal(seen.minutes_of!.unread, true)
    await inOffice(voters[1]!)
    const { holders } = await w.ask(foreseeProclamation, { ballotId, since: "2026-05-02" }, held)
    const { decisionId } = await proclaim(ballotId, { ends: holders.map(({ mandate_id }) => mandate_id) }, held)
    assert.deepEqual((await mandatesOf(treasurer)).map(({ person_id }) => person_id).at(-1), idOf(voters[0]!))
    // The mandate is seen, the decision stays with those who may read it.
    const after_ = await w.ask(readBallot, { ballotId }, held)
    assert.deepEqual([after_.decision, after_.proclaimed_at !== null], [null, true])
    await assert.rejects(w.ask(readDecision, { decisionId }, held), refused("not_found"))
    // It opens nothing else: no other confidential decision is named by who does not see it.
    const other = await yes({ operationId })
    const { decisionId: secret } = await w.do(decideByBallot, { ballotId: other, text: "Oui." }, secretary())
    const outsider = await w.holding(["mandates.manage"])
    await assert.rejects(
      w.do(
        recordMandate,
        { personId: idOf(voters[2]!), functionId: treasurer, since: "2026-05-02", origin: "vote", originId: secret },
        outsider,
      ),
      refused("not_found"),
    )
  })

  it("waits in the Today of whoever may do all of it, until it is done", async () => {
    await clear(treasurer)
    const ballotId = await elected()
    const waits = async (actor: Actor) =>
      (await w.look((db) => waiting({ ...w.equipment, actor, db, now: w.now }))).some(
        ({ key, at }) => key === "votes.waiting.proclaim" && at === `/votes/${ballotId}`,
      )
    assert.deepEqual([await waits(secretary()), await waits(await w.holding(["decisions.manage"]))], [true, false])
    await proclaim(ballotId)
    assert.equal(await waits(secretary()), false)
  })

  it("lets only one of two who proclaim at once", async () => {
    await clear(treasurer)
    const ballotId = await elected()
    const both = await Promise.allSettled([proclaim(ballotId), proclaim(ballotId)])
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"])
    assert.equal((await mandatesOf(treasurer)).length, 1)
    assert.equal((await lettersAbout(ballotId)).length, 1)
  })
})

const findOne = (decisionId: string) =>
  w.look(async (db) =>
    (await findDecisions({}, { limit: 200, offset: 0 }, { ...w.equipment, actor: secretary(), db, now: w.now })).filter(
      ({ id }) => id === decisionId,
    ),
  )
