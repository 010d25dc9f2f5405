import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type DesignationsWorld, designationsWorld } from "../../../../tests/designations-world.ts"
import { trio } from "../../../../tests/trio.ts"
import { enterCandidacy } from "../../calls/candidacies/enter.ts"
import { admitCandidacy } from "../../calls/candidacies/admit.ts"
import { closeCall } from "../../calls/close.ts"
import { publishCall } from "../../calls/publish.ts"
import { writeCall } from "../../calls/write.ts"
import { readDecision } from "../../decisions/register/read-decision.ts"
import { castVote } from "../../votes/cast.ts"
import { closeBallot } from "../../votes/close.ts"
import { openBallot } from "../../votes/open.ts"
import { prepareBallot } from "../../votes/prepare.ts"
import { readChoices as readVoteChoices } from "../../votes/read-choices.ts"
import { addAffiliation } from "../../mandates/affiliations/name.ts"
import { joinAffiliation } from "../../mandates/affiliations/join.ts"
import { readChoices } from "../read-choices.ts"
import { supposeList } from "./suppose.ts"
import { takePeople } from "./take.ts"

let c: DesignationsWorld
let w: DesignationsWorld["w"]
const refused = (code: string) => ({ code })
const invalid = (code: string) => (error: { issues?: { code: string }[] }) => error.issues?.[0]?.code === code
const later = { now: Temporal.Instant.from("2026-05-20T18:00:00Z") }
before(async () => {
  c = await designationsWorld()
  w = c.w
})
after(() => w.end())

/** A closed call in which these stand. */
const closedCall = async (...who: { personId: string | null }[]): Promise<string> => {
  const { amina } = w.people
  const asked = { title: "CPAS", outside: "CPAS", seats: 1, who: "members", endsOn: "2026-05-20", endsAt: "20:00" }
  const { callId } = await w.do(writeCall, { bodyId: w.lisle, ...asked }, amina)
  await w.do(publishCall, { callId }, amina)
  for (const { personId } of who) {
    const came = { callId, personId, receivedOn: "2026-05-01", statement: "Je viens." }
    const { candidacyId } = await w.do(enterCandidacy, came, amina)
    await w.do(admitCandidacy, { candidacyId, reason: "Membre." }, amina)
  }
  await w.do(closeCall, { callId, evenIfShort: true }, amina, later)
  return callId
}

/** A closed vote that elected the first of these. */
const closedVote = async (...who: { personId: string | null }[]): Promise<string> => {
  const asked = {
    title: "Qui au CPAS ?",
    kind: "candidates",
    method: "plurality",
    manner: "named",
    electorate: "members",
  }
  const { ballotId } = await w.do(
    prepareBallot,
    { bodyId: w.lisle, ...asked, onDay: "2026-05-02", candidateIds: who.map(({ personId }) => personId) },
    w.people.amina,
  )
  await w.do(openBallot, { ballotId }, w.people.amina)
  await w.do(castVote, { ballotId, revision: 1, ranks: [[0]] }, c.lea)
  await w.do(closeBallot, { ballotId }, w.people.amina)
  return ballotId
}
const take = (input: object, by = w.people.amina) => w.do(takePeople, input, by)
const names = async (designationId: string) =>
  (await c.read(designationId)).people.map(({ name, seat }) => `${name} ${seat}`)

describe("taking a list", () => {
  it("is offered from the closed calls and votes of the body", async () => {
    const designationId = await c.shared()
    const [callId, ballotId] = [await closedCall(c.lea), await closedVote(c.lea, c.hugo)]
    const { calls, votes } = await w.ask(readChoices, { designationId }, w.people.amina)
    assert.ok(calls.some(({ id }) => id === callId) && votes.some(({ id }) => id === ballotId))
  })

  it("from a call adds those who stand after who is there: seats first, then substitutes", async () => {
    const designationId = await c.shared()
    await c.list(designationId, [c.put(c.noe), c.put(c.zoe)])
    await take({ designationId, callId: await closedCall(c.lea, c.zoe, c.hugo) })
    const listed = await names(designationId)
    assert.deepEqual(listed.slice(0, 2), ["Noé Test full", "Zoé Test full"])
    assert.deepEqual(
      listed
        .slice(2)
        .map((one) => one.split(" ")[2])
        .toSorted(),
      ["full", "substitute"],
    )
    await assert.rejects(take({ designationId }), invalid("required"))
  })

  it("puts each forward by the sensibility they are of, where the key counts it", async () => {
    const { affiliationId } = await w.do(addAffiliation, { bodyId: w.lisle, name: "Verts" }, w.people.amina)
    await w.do(joinAffiliation, { affiliationId, personId: c.hugo.personId, since: "2025-01-01" }, w.people.amina)
    const designationId = await c.shared()
    const { components } = await w.ask(readChoices, { designationId }, w.people.amina)
    assert.deepEqual(components, [{ name: "Verts", members: 1 }])
    const key = { method: "hare", lines: c.lines(["Verts", 1], ["Citoyens", 1]) }
    await c.key(designationId, "components", key)
    const people = JSON.stringify([{ personId: c.hugo.personId }, { personId: c.lea.personId }])
    const { affiliations } = await w.ask(supposeList, { designationId, people }, w.people.amina)
    assert.deepEqual(affiliations, [{ person_id: c.hugo.personId, name: "Verts" }])
    await take({ designationId, callId: await closedCall(c.hugo, c.lea) })
    const page = await c.read(designationId)
    assert.deepEqual(page.people.map(({ name, component }) => `${name} ${component}`).toSorted(), [
      "Hugo Test Verts",
      "Léa Test null",
    ])
  })

  it("from a vote makes those elected the list and the vote what decided, and writes its decision with the mandates", async () => {
    const designationId = await c.prepared({ seats: 1, substitutes: 1, origin: "body" })
    await c.list(designationId, [c.put(c.zoe), c.put(c.noe, null, "substitute")])
    const ballotId = await closedVote(c.hugo, c.zoe)
    await take({ designationId, ballotId })
    assert.deepEqual(await names(designationId), ["Hugo Test full", "Noé Test substitute"])
    const { decided } = await c.read(designationId)
    assert.equal(decided!.ballot!.id, ballotId)
    await assert.rejects(c.done(designationId), invalid("required"))
    await c.done(designationId, { text: "Hugo siège au CPAS." })
    const page = await c.read(designationId)
    const { decision } = await w.ask(readDecision, { decisionId: page.decided!.decision!.id }, w.people.amina)
    assert.equal(decision.text, "Hugo siège au CPAS.")
  })

  it("asks why where the list is not the one that was elected", async () => {
    const designationId = await c.prepared({ seats: 1, institutionId: c.water, role: "delegate" })
    await take({ designationId, ballotId: await closedVote(c.lea, c.zoe) })
    await c.list(designationId, [c.put(c.zoe)])
    const { checks } = await c.read(designationId)
    assert.deepEqual(
      checks.map(({ key, facts }) => [key, facts["names"]]),
      [["elected_differ", "Léa Test"]],
    )
  })

  it("takes nothing of another body", async () => {
    const designationId = await c.shared()
    const ballotId = await closedVote(c.lea, c.hugo)
    await w.look((db) => db.updateTable("ballots").set({ body_id: w.brume }).where("id", "=", ballotId).execute())
    await assert.rejects(take({ designationId, ballotId }), invalid("unknown"))
  })

  it("begins a vote on the list, and names nobody whom one does not see", async () => {
    const asked = { bodyId: w.lisle, candidateIds: [c.zoe.personId!, w.ines, c.lea.personId!] }
    const { candidates } = await w.ask(readVoteChoices, asked, w.people.amina)
    assert.deepEqual(
      candidates.map(({ name }) => name),
      ["Zoé Test", "Léa Test"],
    )
  })

  trio(
    () => w,
    [
      {
        command: takePeople,
        capability: "offices.manage",
        input: async () => ({ designationId: await c.shared(), callId: await closedCall(c.lea) }),
      },
    ],
  )
  it("does not exist for who does not prepare", () =>
    assert.rejects(
      (async () => take({ designationId: await c.shared(), callId: await closedCall(c.lea) }, w.people.dario))(),
      refused("not_found"),
    ))
})
