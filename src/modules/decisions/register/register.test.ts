import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { json } from "../../../kernel/db.ts"
import { newId } from "../../../kernel/id.ts"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { prepareMeeting } from "../../meetings/prepare.ts"
import { readMeeting } from "../../meetings/read-meeting.ts"
import { finishTasks, giveTask } from "../../tasks/contract.ts"
import { attachDecision } from "./attach.ts"
import { carryOutDecision } from "./carry-out.ts"
import { listDecisions } from "./list.ts"
import { pickDecisions } from "./pick.ts"
import { readDecision } from "./read-decision.ts"
import { reinstateDecision } from "./reinstate.ts"
import { reopenDecision } from "./reopen.ts"
import { setReview } from "./set-review.ts"
import { supersedeDecision } from "./supersede.ts"

describe("the register of decisions", () => {
  let w: World
  let number = 0
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const decided = async (more: Record<string, unknown> = {}) => {
    const id = newId()
    await w.look((db) =>
      db
        .insertInto("decisions")
        .values({
          organisation_id: w.organisation,
          id,
          body_id: w.lisle,
          meeting_id: null,
          item_id: null,
          matter_id: null,
          year: 2026,
          number: ++number,
          title: "Salle de l’Écluse",
          text: "L’assemblée décide de louer la salle de l’Écluse.",
          how: "consent",
          votes_for: null,
          votes_against: null,
          abstentions: null,
          blank: null,
          adopted: true,
          quorum: json({
            explanation: [{ key: "law.step.quorum_reached", values: { counted: 9, required: 7 } }],
            waiver: null,
          }),
          majority: json({ rule: null, result: null }),
          taken_at: Temporal.Instant.from("2026-04-01T18:00:00Z"),
          superseded_by: null,
          carried_out_on: null,
          review_on: null,
          ...more,
        })
        .execute(),
    )
    return id
  }
  const carriedOut = async () => {
    const decisionId = await decided()
    await w.do(carryOutDecision, { decisionId }, w.people.amina)
    return decisionId
  }
  const stateOf = async (decisionId: string) =>
    (await w.ask(readDecision, { decisionId }, w.people.amina)).decision.state

  const one = async () => ({ decisionId: await decided() })
  trio(
    () => w,
    [
      { command: carryOutDecision, capability: "decisions.manage", input: one },
      {
        command: attachDecision,
        capability: "decisions.manage",
        input: async () => ({ ...(await one()), matterId: null }),
      },
      { command: reopenDecision, capability: "decisions.manage", input: one },
      {
        command: reinstateDecision,
        capability: "decisions.manage",
        input: async () => ({ decisionId: await carriedOut() }),
      },
      {
        command: setReview,
        capability: "decisions.manage",
        input: async () => ({ ...(await one()), on: "2026-09-01" }),
      },
      {
        command: supersedeDecision,
        capability: "decisions.manage",
        input: async () => ({ ...(await one()), byId: await decided() }),
      },
    ],
  )

  it("tells a decision with its quorum in words, and what replaced it", async () => {
    const [decisionId, byId] = [await decided(), await decided({ title: "Salle des Tanneurs" })]
    await w.do(supersedeDecision, { decisionId, byId }, w.people.amina)
    const { decision, quorum } = await w.ask(readDecision, { decisionId }, w.people.dario)
    assert.equal(decision.state, "superseded")
    assert.equal(decision.superseded_by_title, "Salle des Tanneurs")
    assert.match(quorum[0]!, /9/)
    const { replaces } = await w.ask(readDecision, { decisionId: byId }, w.people.dario)
    assert.deepEqual(
      replaces.map(({ id }) => id),
      [decisionId],
    )
  })

  it("tells who voted how at a roll call, by name, and never at a ballot", async () => {
    const figures = { votes_for: 2, votes_against: 1, abstentions: 0, blank: 0 }
    const votes = [
      [w.dario, "against"],
      [w.amina, "for"],
      [w.ines, "for"],
    ] as const
    const rollOf = async (how: string) => {
      const decision_id = await decided({ how, ...figures })
      await w.look((db) =>
        db
          .insertInto("decision_votes")
          .values(votes.map(([person_id, vote]) => ({ organisation_id: w.organisation, decision_id, person_id, vote })))
          .execute(),
      )
      const { roll } = await w.ask(readDecision, { decisionId: decision_id }, w.people.dario)
      return roll.map(({ name, vote }) => `${name}: ${vote}`)
    }
    assert.deepEqual(await rollOf("roll_call"), [
      "Amina Belkacem: for",
      "Dario Lemmens: against",
      "Inès Vandermeer: for",
    ])
    assert.deepEqual(await rollOf("ballot"), [])
  })

  it("refuses to replace a decision by itself, by an older one, or by one that was rejected", async () => {
    const decisionId = await decided()
    const older = await decided({ taken_at: Temporal.Instant.from("2026-03-01T18:00:00Z") })
    const rejected = await decided({ state: "rejected", adopted: false })
    for (const [byId, code] of [
      [decisionId, "itself"],
      [older, "older_decision"],
      [rejected, "not_in_force"],
    ])
      await assert.rejects(w.do(supersedeDecision, { decisionId, byId }, w.people.amina), (error: any) => {
        assert.equal(error.issues[0].code, code)
        return true
      })
  })

  it("lets one of two decisions that replace each other at once win, never both", async () => {
    const [a, b] = [await decided(), await decided()]
    const tries = await Promise.allSettled([
      w.do(supersedeDecision, { decisionId: a, byId: b }, w.people.amina),
      w.do(supersedeDecision, { decisionId: b, byId: a }, w.people.amina),
    ])
    assert.deepEqual(tries.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"])
    assert.deepEqual([await stateOf(a), await stateOf(b)].toSorted(), ["in_force", "superseded"])
  })

  it("carries out once, not in the future and not before the decision was taken", async () => {
    const decisionId = await decided()
    for (const on of ["2026-05-03", "2026-03-31"])
      await assert.rejects(
        w.do(carryOutDecision, { decisionId, on }, w.people.amina),
        (error: any) => error.issues[0].path[0] === "on",
      )
    const tries = await Promise.allSettled(
      [1, 2].map(() => w.do(carryOutDecision, { decisionId, on: "2026-04-30" }, w.people.amina)),
    )
    assert.deepEqual(tries.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"])
    await w.do(reinstateDecision, { decisionId }, w.people.amina)
    assert.equal(await stateOf(decisionId), "in_force")
  })

  it("proposes « exécutée » when all that a decision asked for is done", async () => {
    const decisionId = await decided()
    const give = async () =>
      (await w.do(giveTask, { bodyId: w.lisle, what: "Louer", decisionId }, w.people.amina)).taskId
    const tasks = [await give(), await give()]
    const proposed = async () =>
      (await w.ask(listDecisions, { waits: "done" }, w.people.dario)).rows.some(({ id }) => id === decisionId)
    await w.do(finishTasks, { taskIds: [tasks[0]!] }, w.people.amina)
    assert.equal(await proposed(), false)
    await w.do(finishTasks, { taskIds: [tasks[1]!] }, w.people.amina)
    assert.equal(await proposed(), true)
    assert.equal((await w.ask(readDecision, { decisionId }, w.people.dario)).seems_carried_out, true)
  })

  it("puts a reopened decision on the next meeting, or on the one that is named", async () => {
    const [one_, two, three] = [await decided(), await decided(), await decided()]
    const meetingOf = async (decisionId: string, meetingId?: string) => {
      await w.do(reopenDecision, { decisionId, meetingId }, w.people.amina)
      const { facts } = await w.look((db) =>
        db
          .selectFrom("events")
          .select("facts")
          .where("name", "=", "decisions.reopened")
          .orderBy("id", "desc")
          .limit(1)
          .executeTakeFirstOrThrow(),
      )
      return facts["meetingId"]
    }
    assert.equal(await meetingOf(one_), null)
    const meeting = async (day: string) =>
      (await w.do(prepareMeeting, { bodyId: w.lisle, title: "Assemblée", day, at: "19:30" }, w.people.amina)).meetingId
    const [later, next] = [await meeting("2026-06-20"), await meeting("2026-05-20")]
    assert.equal(await meetingOf(two), next)
    const { items } = await w.ask(readMeeting, { meetingId: next }, w.people.amina)
    assert.deepEqual(
      items.filter(({ automatic }) => automatic === "carried-over").map(({ title, purpose }) => [title, purpose]),
      [["Salle de l’Écluse", "decide"]],
    )
    assert.equal(await meetingOf(three, later), later)
  })

  it("leaves out the approvals of minutes for whoever asks what was decided", async () => {
    const { meetingId } = await w.do(
      prepareMeeting,
      { bodyId: w.lisle, day: "2026-09-01", at: "20:00" },
      w.people.amina,
    )
    const itemId = newId()
    await w.look(async (db) => {
      const item = { organisation_id: w.organisation, meeting_id: meetingId!, purpose: "decide", state: "accepted" }
      await db
        .insertInto("agenda_items")
        .values({ ...item, id: itemId, title: "Procès-verbal", position: 900, automatic: "approve-minutes" } as never)
        .execute()
    })
    const approval = await decided({ item_id: itemId })
    const rows = async (more: object) => (await w.ask(listDecisions, { limit: 200, ...more }, w.people.amina)).rows
    const all = await rows({})
    assert.equal(all.find(({ id }) => id === approval)?.approves_minutes, true)
    const others = all.filter(({ id }) => id !== approval).map(({ id }) => id)
    assert.deepEqual(
      (await rows({ approvals: "without" })).map(({ id }) => id),
      others,
    )
  })

  it("finds by number and by words, in the bodies one belongs to", async () => {
    const decisionId = await decided({ title: "Rénovation de l’école", number: 777 })
    number = 777
    for (const q of ["2026-777", "renovation"])
      assert.deepEqual(
        (await w.ask(listDecisions, { q }, w.people.dario)).rows.map(({ id }) => id),
        [decisionId],
      )
    assert.equal(
      (await w.ask(pickDecisions, { q: "777" }, w.people.dario))[0]?.name,
      "2026-777 · Rénovation de l’école",
    )
    assert.deepEqual((await w.ask(listDecisions, {}, w.people.ines)).rows, [])
    await assert.rejects(w.ask(readDecision, { decisionId }, w.people.ines), { code: "not_found" })
  })

  it("hides what is confidential from those not entitled", async () => {
    const decisionId = await decided({ confidential: true })
    await assert.rejects(w.ask(readDecision, { decisionId }, w.people.dario), { code: "not_found" })
    await w.ask(readDecision, { decisionId }, await w.holding(["confidential.read"]))
  })

  it("shows the decisions whose day of review has come", async () => {
    const decisionId = await decided()
    await w.do(setReview, { decisionId, on: "2026-06-01" }, w.people.amina)
    const due = async (at: string) =>
      (await w.ask(listDecisions, { waits: "review" }, w.people.dario, Temporal.Instant.from(at))).rows.length
    assert.equal(await due("2026-05-31T12:00:00Z"), 0)
    assert.equal(await due("2026-06-01T12:00:00Z"), 1)
  })
})
