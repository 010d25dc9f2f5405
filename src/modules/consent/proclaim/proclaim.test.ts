import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type ConsentWorld, consentWorld, refused } from "../../../../tests/consent-world.ts"
import { trio } from "../../../../tests/trio.ts"
import { newId } from "../../../kernel/id.ts"
import type { Actor } from "../../../kernel/rule.ts"
import { readDecision } from "../../decisions/register/read-decision.ts"
import { reopenDecision } from "../../decisions/register/reopen.ts"
import { addItem } from "../../meetings/agenda/add.ts"
import { correctTaken } from "../../meetings/attendance/take-decision.ts"
import { readMinutes } from "../../meetings/minutes/read.ts"
import { prepareMeeting } from "../../meetings/prepare.ts"
import { addDuesAmount } from "../../members/dues/scale.ts"
import { elect } from "../proposals/elect.ts"
import { waiting } from "../waiting.ts"
import { decideByConsent } from "./decide.ts"
import { foreseeElection } from "./foresee.ts"
import { proclaimElection } from "./proclaim.ts"

let c: ConsentWorld
let w: ConsentWorld["w"]
const secretary = () => w.people.amina
before(async () => {
  c = await consentWorld()
  w = c.w
})
after(() => w.end())

/** Léa, by consent. */
const elected = async (more: object = {}): Promise<string> => {
  const it = await c.consented()
  // What is told here of a role or a meeting is read only once somebody is elected.
  if (Object.keys(more).length > 0)
    await w.look((db) => db.updateTable("consent_elections").set(more).where("id", "=", it.electionId).execute())
  await w.do(elect, it, secretary())
  return it.electionId
}
const proclaim = (electionId: string, more: object = {}, actor = secretary()) =>
  w.do(
    proclaimElection,
    { electionId, since: "2026-05-02", text: "Léa tient la caisse.", letter: "Merci.", ...more },
    actor,
  )
const foresee = (electionId: string) => w.ask(foreseeElection, { electionId, since: "2026-05-02" }, secretary())
const clear = () => w.look((db) => db.deleteFrom("mandates").where("function_id", "=", c.functionId).execute())
const inOffice = (actor: Actor) =>
  w.look((db) =>
    db
      .insertInto("mandates")
      .values({
        organisation_id: w.organisation,
        id: newId(),
        person_id: actor.personId!,
        function_id: c.functionId,
        body_id: w.lisle,
        since: Temporal.PlainDate.from("2024-05-02"),
        until: null,
        origin: "vote",
        origin_id: null,
        origin_note: null,
      })
      .execute(),
  )
const lettersAbout = (electionId: string) =>
  w.look(async (db) =>
    (await db.selectFrom("sendings").select(["kind", "person_id", "content"]).execute()).filter(
      ({ content }) => (content as { election_id?: string }).election_id === electionId,
    ),
  )

describe("an election without candidate in the register", () => {
  trio(
    () => w,
    [
      {
        command: decideByConsent,
        capability: "decisions.manage",
        input: async () => ({ electionId: await elected(), text: "Élue." }),
      },
    ],
  )

  it("is one decision by consent, which is not taken again by hand", async () => {
    const electionId = await elected()
    const { decision_said } = await c.read(electionId)
    assert.match(decision_said!, /^Léa .* est élue par consentement le/)
    const { decisionId } = await w.do(decideByConsent, { electionId, text: decision_said! }, secretary())
    const { decision } = await w.ask(readDecision, { decisionId }, c.hugo)
    assert.deepEqual(
      [decision.election_id, decision.how, decision.adopted, decision.state],
      [electionId, "consent", true, "in_force"],
    )
    await assert.rejects(
      w.do(decideByConsent, { electionId, text: "Encore." }, secretary()),
      refused("consent.already_decided"),
    )
    await assert.rejects(w.do(reopenDecision, { decisionId }, secretary()), refused("decisions.of_an_election"))
    const seen = await c.read(electionId, c.hugo)
    assert.deepEqual([seen.decision!.id, seen.decision_said], [decisionId, null])
  })

  it("is under the item of its meeting, and in its minutes", async () => {
    const { meetingId } = await w.do(
      prepareMeeting,
      { bodyId: w.lisle, title: "Assemblée", day: "2026-05-09", at: "20:00" },
      secretary(),
    )
    const { itemId } = await w.do(addItem, { meetingId, title: "La trésorerie", purpose: "decide" }, secretary())
    const electionId = await elected({ meeting_id: meetingId })
    const { minutes_of } = await c.read(electionId)
    assert.ok(minutes_of!.items.some(({ id }) => id === itemId))
    const { decisionId } = await w.do(decideByConsent, { electionId, text: "Élue.", itemId }, secretary())
    const { minutes } = await w.ask(readMinutes, { meetingId }, secretary())
    const item = minutes!.paper.items.find(({ title }) => title === "La trésorerie")!
    assert.equal(item.decisions![0]!.text, "Élue.")
    const correction = { decisionId, text: "Autre chose.", how: "consent" }
    await assert.rejects(w.do(correctTaken, correction, secretary()), refused("not_found"))
    const alone = await elected()
    await assert.rejects(w.do(decideByConsent, { electionId: alone, text: "Élue.", itemId }, secretary()), {
      issues: [{ path: ["itemId"], code: "invalid_value", facts: {} }],
    })
  })

  it("is nothing as long as nobody is elected", async () => {
    const { electionId } = await c.consented()
    await assert.rejects(
      w.do(decideByConsent, { electionId, text: "Élue." }, secretary()),
      refused("consent.nobody_elected"),
    )
    await assert.rejects(proclaim(electionId), refused("consent.nobody_elected"))
    assert.deepEqual((await c.read(electionId)).to_proclaim, false)
  })
})

describe("the proclamation of an election without candidate", () => {
  it("takes the right to decide and the right to record mandates, each", async () => {
    await clear()
    const electionId = await elected()
    await assert.rejects(proclaim(electionId, {}, w.people.oscar), refused("not_found"))
    await assert.rejects(proclaim(electionId, {}, c.hugo), refused("not_allowed"))
    await assert.rejects(proclaim(electionId, {}, await w.holding(["decisions.manage"])), refused("not_allowed"))
    await assert.rejects(proclaim(electionId, {}, await w.holding(["mandates.manage"])), refused("not_allowed"))
    await proclaim(electionId, {}, await w.holding(["decisions.manage", "mandates.manage"]))
    await assert.rejects(proclaim(electionId), refused("consent.already_proclaimed"))
  })

  it("gives the rights of the function at once, and asks whoever leaves to hand over", async () => {
    await clear()
    await inOffice(c.hugo)
    const electionId = await elected()
    const dues = () => ({ bodyId: w.lisle, year: 2026, label: newId(), cents: 1200 })
    await assert.rejects(w.do(addDuesAmount, dues(), c.lea), refused("not_allowed"))
    const { holders, others, function_name } = await foresee(electionId)
    assert.deepEqual(
      [holders.map(({ person_id }) => person_id), function_name],
      [[c.hugo.personId], "Trésorerie"],
      "whom she follows",
    )
    // Hugo and Dario were named; nobody stood.
    assert.deepEqual(others.map(({ id }) => id).toSorted(), [c.hugo.personId!, w.dario].toSorted())
    const { decisionId } = await proclaim(electionId, { ends: [holders[0]!.mandate_id] })
    await w.do(addDuesAmount, dues(), c.lea)
    await assert.rejects(w.do(addDuesAmount, dues(), c.hugo), refused("not_allowed"))
    const [task] = await w.look((db) =>
      db.selectFrom("tasks").selectAll().where("decision_id", "=", decisionId).execute(),
    )
    assert.deepEqual([task!.owner_id, String(task!.due)], [c.hugo.personId, "2026-05-16"])
  })

  it("writes to whoever is elected, and to those who were named only when told", async () => {
    await clear()
    const quiet = await elected()
    await proclaim(quiet)
    assert.deepEqual(
      (await lettersAbout(quiet)).map(({ kind, person_id }) => [kind, person_id]),
      [["consent-elected", c.lea.personId]],
    )
    await clear()
    const told = await elected()
    await proclaim(told, { othersLetter: "On a pensé à vous." })
    assert.deepEqual((await lettersAbout(told)).map(({ kind }) => kind).toSorted(), [
      "consent-elected",
      "consent-not-elected",
      "consent-not-elected",
    ])
  })

  it("refuses a day before the election, and a role that is no function", async () => {
    await clear()
    const electionId = await elected()
    await assert.rejects(proclaim(electionId, { since: "2026-05-01" }), {
      issues: [{ path: ["since"], code: "consent.before_election", facts: {} }],
    })
    const role = await elected({ function_id: null, role: "Personne de confiance" })
    await assert.rejects(proclaim(role), refused("consent.no_function"))
    const { to_proclaim, decision_said } = await c.read(role)
    assert.deepEqual([to_proclaim, typeof decision_said], [false, "string"])
  })

  it("waits in the Today of whoever may do all of it, and is done once", async () => {
    await clear()
    const electionId = await elected()
    const waits = async (actor: Actor) =>
      (await w.look((db) => waiting({ ...w.equipment, actor, db, now: w.now }))).some(
        ({ key, at }) => key === "consent.waiting.proclaim" && at === `/elections-sans-candidat/${electionId}`,
      )
    assert.deepEqual([await waits(secretary()), await waits(await w.holding(["decisions.manage"]))], [true, false])
    const both = await Promise.allSettled([proclaim(electionId), proclaim(electionId)])
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"])
    assert.equal((await lettersAbout(electionId)).length, 1)
    assert.equal(await waits(secretary()), false)
  })
})
