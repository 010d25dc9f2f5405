import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type ConsentWorld, consentWorld, invalid, refused } from "../../../../tests/consent-world.ts"
import { closeElection } from "../close.ts"
import { electedByConsent } from "../elected.ts"
import { listElections } from "../list.ts"
import { openChanges } from "../nominations/open-changes.ts"
import { elect } from "./elect.ts"
import { goOn } from "./go-on.ts"

let c: ConsentWorld
let w: ConsentWorld["w"]
before(async () => {
  c = await consentWorld()
  w = c.w
})
after(() => w.end())

describe("the consent round", () => {
  it("takes one answer of each, whatever two devices do at once, and none while somebody is elected", async () => {
    const it = await c.proposed()
    await c.answers(it, w.people.dario)
    await Promise.all([c.answers(it, c.hugo), c.answers(it, c.hugo, "objection")])
    await c.answers(it, c.hugo)
    await c.answers(it, c.lea)
    const [objected, elected] = await Promise.allSettled([
      c.answers(it, w.people.dario, "objection"),
      w.do(elect, it, w.people.amina),
    ])
    assert.notEqual(objected.status, elected.status)
    const { current, election } = await c.read(it.electionId)
    assert.equal(current!.answers.length, 3)
    assert.equal(
      election.step === "elected",
      current!.answers.every(({ answer }) => answer === "consent"),
    )
  })

  it("hears the person proposed last, unless it goes on with a reason", async () => {
    const it = await c.proposed()
    assert.equal((await c.read(it.electionId, c.lea)).me.asked, "last")
    await assert.rejects(c.answers(it, c.lea), refused("consent.not_your_turn"))
    await c.answers(it, c.hugo)
    await assert.rejects(w.do(elect, it, w.people.amina), refused("consent.missing"))
    await w.do(goOn, { ...it, reason: "Dario a dû partir." }, w.people.amina)
    assert.equal((await c.read(it.electionId, c.lea)).me.asked, "answer")
    await assert.rejects(w.do(elect, it, w.people.amina), refused("consent.not_accepted"))
    await c.answers(it, c.lea)
    await w.do(elect, it, w.people.amina)
    const { result } = await c.read(it.electionId, w.people.dario)
    assert.match(result!, /^Léa .* est élue par consentement le 2 mai 2026.*après 1 changement, sans objection/)
    assert.match(result!, /1 personne n’a pas répondu/)
  })

  it("elects nobody against an objection, which is read with its reason and may be lifted", async () => {
    const it = await c.proposed()
    await assert.rejects(c.answers(it, c.hugo, "objection", { objection: null }), invalid("consent.say_why"))
    await c.answers(it, c.hugo, "objection")
    for (const one of [w.people.dario, c.lea]) await c.answers(it, one)
    await assert.rejects(w.do(elect, it, w.people.amina), refused("consent.objections"))
    assert.equal((await c.read(it.electionId, c.lea)).current!.answers[0]!.objection, "Elle part en juin.")
    await c.answers(it, c.hugo)
    const [answer] = (await c.read(it.electionId)).current!.answers.filter(
      ({ person_id }) => person_id === c.hugo.personId,
    )
    assert.deepEqual(
      [answer!.answer, answer!.objection, answer!.lifted_at !== null],
      ["consent", "Elle part en juin.", true],
    )
    await w.do(elect, it, w.people.amina)
    assert.match((await c.read(it.electionId)).result!, /après 1 objection, levée ou prise en compte/)
  })

  it("begins anew with a mended proposal or another person, and keeps what was said", async () => {
    const first = await c.proposed()
    await c.answers(first, c.hugo, "objection")
    const { electionId } = first
    const second = await c.proposes(electionId, c.lea, { conditions: "Jusqu’en juin.", after: first.proposalId })
    await assert.rejects(
      c.proposes(electionId, c.hugo, { after: first.proposalId }),
      refused("consent.proposal_changed"),
    )
    await assert.rejects(c.answers(first, w.people.dario), refused("consent.proposal_changed"))
    const third = await c.proposes(electionId, c.hugo, { after: second })
    const { current, past } = await c.read(electionId, c.lea)
    assert.deepEqual(
      [current!.round, current!.person_id, past.map(({ round }) => round), past[1]!.answers[0]!.answer],
      [3, c.hugo.personId, [2, 1], "objection"],
    )
    const it = { electionId, proposalId: third }
    for (const one of [w.people.dario, c.lea, c.hugo]) await c.answers(it, one)
    await w.do(elect, it, w.people.amina)
    assert.match((await c.read(electionId)).result!, /est élu par consentement.*à la proposition numéro 3\.$/)
  })

  it("is answered by who is proposed even when they do not take part", async () => {
    const electionId = await c.settled()
    const zoe = await w.holding([])
    const it = { electionId, proposalId: await c.proposes(electionId, zoe) }
    for (const one of [w.people.dario, c.lea, c.hugo]) await c.answers(it, one)
    await assert.rejects(w.do(elect, it, w.people.amina), refused("consent.not_accepted"))
    await c.answers(it, w.people.amina, "consent", { forId: zoe.personId })
    await w.do(elect, it, w.people.amina)
  })
})

describe("an election that is over", () => {
  it("gives what a proclamation needs, and changes no more", async () => {
    const it = await c.consented()
    assert.equal(await w.look((db) => electedByConsent(it.electionId, "fr", { db })), undefined)
    const facts = await w.do(elect, it, w.people.amina)
    assert.deepEqual(facts, {
      electionId: it.electionId,
      bodyId: w.lisle,
      functionId: c.functionId,
      personId: c.lea.personId,
    })
    const elected = await w.look((db) => electedByConsent(it.electionId, "fr", { db }))
    assert.deepEqual(
      [elected!.body_id, elected!.function_id, elected!.person_id, elected!.elected_at.toString()],
      [w.lisle, c.functionId, c.lea.personId, w.now.toString()],
    )
    await assert.rejects(c.answers(it, c.hugo, "objection"), refused("consent.is_elected"))
    await assert.rejects(
      w.do(closeElection, { electionId: it.electionId, reason: "Non." }, w.people.amina),
      refused("consent.is_elected"),
    )
  })

  it("may have elected nobody, and says why to those of the body", async () => {
    const { electionId } = await c.proposed()
    await assert.rejects(w.do(closeElection, { electionId }, w.people.amina), invalid("required"))
    await w.do(closeElection, { electionId, reason: "On revoit le rôle." }, w.people.amina)
    const { election } = await c.read(electionId, w.people.dario)
    assert.deepEqual([election.step, election.closed_reason], ["closed", "On revoit le rôle."])
    const { rows } = await w.ask(listElections, { bodyId: w.lisle, when: "over" }, w.people.dario)
    assert.ok(rows.some(({ id }) => id === electionId))
    await assert.rejects(w.do(openChanges, { electionId }, w.people.amina), refused("consent.closed"))
  })

  it("is given up without a word when nobody has seen it", async () => {
    const electionId = await c.prepared()
    await w.do(closeElection, { electionId }, w.people.amina)
    await assert.rejects(c.read(electionId, w.people.dario), refused("not_found"))
  })
})
