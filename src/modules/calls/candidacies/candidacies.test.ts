import assert from "node:assert/strict"
import { after, before, beforeEach, describe, it } from "node:test"
import { sql } from "kysely"
import { newId } from "../../../kernel/id.ts"
import { changeCandidacy } from "../candidacies/change.ts"
import { enterCandidacy } from "../candidacies/enter.ts"
import { refuseCandidacy } from "../candidacies/refuse.ts"
import { withdrawCandidacy } from "../candidacies/withdraw.ts"
import { tellCandidate } from "../letters.ts"
import { waiting } from "../waiting.ts"
import { type CallsWorld, callsWorld, refused, invalid, later, said } from "../../../../tests/calls-world.ts"

let w: CallsWorld["w"]
let lea: CallsWorld["lea"]
let hugo: CallsWorld["hugo"]
let published: CallsWorld["published"]
let stands: CallsWorld["stands"]
let entered: CallsWorld["entered"]
let admit: CallsWorld["admit"]
let read: CallsWorld["read"]
before(async () => {
  ;({ w, lea, hugo, published, stands, entered, admit, read } = await callsWorld())
})
after(() => w.end())

describe("somebody who stands", () => {
  let callId: string
  beforeEach(async () => {
    callId = await published({ endsOn: "2026-05-19" })
  })

  it("waits nowhere once they stand, and is seen by nobody but the secretariat until the close", async () => {
    const mine = async () =>
      (await w.look((db) => waiting({ ...w.equipment, actor: lea, db, now: w.now }))).some(
        ({ at }) => at === `/appels/${callId}`,
      )
    assert.equal(await mine(), true)
    await stands(callId, lea)
    assert.equal(await mine(), false)
    const seen = await read(callId, w.people.dario)
    assert.deepEqual([seen.candidates, seen.managed, seen.shortage], [null, null, null])
    const { managed } = await read(callId)
    assert.match(managed![0]!.standing!.why, /membre depuis le 1er janvier 2025/)
    assert.equal((await read(callId, lea)).me.candidacy!.statement, said.statement)
  })

  it("stands once, even from two devices at once", async () => {
    const both = await Promise.allSettled([stands(callId, lea), stands(callId, lea)])
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"])
    await assert.rejects(stands(callId, lea), refused("calls.stands_already"))
  })

  it("says that they accept, within the length that is asked of all", async () => {
    await assert.rejects(stands(callId, lea, { accepts: false }), invalid("calls.accepts"))
    await assert.rejects(stands(callId, lea, { statement: "a".repeat(2001) }), invalid("calls.too_long"))
  })

  it("changes and withdraws as long as it is open, and may come back", async () => {
    const candidacyId = await stands(callId, lea)
    await w.do(changeCandidacy, { candidacyId, statement: "Je compte bien." }, lea)
    await assert.rejects(
      w.do(changeCandidacy, { candidacyId, statement: "Je triche." }, w.people.amina),
      refused("calls.not_yours"),
    )
    await assert.rejects(w.do(changeCandidacy, { candidacyId, statement: "Moi." }, hugo), refused("not_allowed"))
    await w.do(withdrawCandidacy, { candidacyId }, lea)
    assert.equal((await read(callId, lea)).me.candidacy!.statement, "")
    assert.equal(await stands(callId, lea), candidacyId)
  })

  it("comes too late after the last moment, to the minute", async () => {
    await assert.rejects(stands(callId, lea, {}, later), refused("calls.over"))
    const candidacyId = await stands(callId, lea)
    await assert.rejects(w.do(changeCandidacy, { candidacyId, statement: "Si." }, lea, later), refused("calls.over"))
  })

  it("reads why they may not, and may be entered and admitted with a reason", async () => {
    const other = await published({ minMonths: 24, title: "Ancien" })
    await assert.rejects(stands(other, lea), (error: { code: string; facts: { why: string } }) => {
      assert.match(error.facts.why, /membre depuis moins de 24 mois, peut se présenter à partir du 1er janvier 2027/)
      return error.code === "calls.not_eligible"
    })
    const candidacyId = await entered(other, lea.personId!)
    await assert.rejects(admit(candidacyId), invalid("calls.against_the_rule"))
    await admit(candidacyId, { reason: "Membre de la régionale depuis 2019." })
    const { managed } = await read(other)
    assert.deepEqual([managed![0]!.admitted, managed![0]!.standing!.fits], [true, false])
  })

  it("does not let themselves in against the rule, whatever they manage", async () => {
    const other = await published({ minMonths: 24 })
    const candidacyId = await entered(other, w.amina)
    await assert.rejects(admit(candidacyId, { reason: "C’est moi." }), refused("calls.not_for_oneself"))
  })

  it("may be a stranger to the body where anybody may stand, and nobody’s stranger to whoever types the letter", async () => {
    const other = await published({ who: "anyone" })
    await w.known(w.ines)
    const candidacyId = await entered(other, w.ines)
    assert.equal((await admit(candidacyId)).admitted, true)
    await assert.rejects(entered(other, newId()), refused("not_found"))
    await assert.rejects(
      w.do(
        enterCandidacy,
        { callId: other, personId: w.dario, receivedOn: "2026-05-21", statement: "Tard." },
        w.people.amina,
        later,
      ),
      invalid("calls.too_late"),
    )
  })

  it("is told which function could not be held beside this one", async () => {
    const auditor = await w.look((db) =>
      db
        .selectFrom("functions")
        .select(["id", "excludes"])
        .where("body_id", "=", w.lisle)
        .where("key", "=", "auditor")
        .executeTakeFirstOrThrow(),
    )
    await w.look((db) => sql`update functions set excludes = '{treasurer}' where id = ${auditor.id}`.execute(db))
    await w.look((db) =>
      db
        .insertInto("mandates")
        .values({
          organisation_id: w.organisation,
          id: newId(),
          person_id: hugo.personId!,
          function_id: auditor.id,
          body_id: w.lisle,
          since: Temporal.PlainDate.from("2026-01-01"),
          until: null,
          origin: "founding",
          origin_id: null,
          origin_note: null,
        })
        .execute(),
    )
    const { me } = await read(callId, hugo)
    assert.match(me.standing!.cautions[0]!, /ne se cumule pas avec/)
    assert.equal(me.standing!.fits, true)
  })

  it("is told why they were refused, once", async () => {
    const candidacyId = await stands(callId, lea)
    await w.do(refuseCandidacy, { candidacyId, reason: "La fonction est déjà la vôtre." }, w.people.amina)
    const { me } = await read(callId, lea)
    assert.deepEqual([me.candidacy!.admitted, me.candidacy!.reason], [false, "La fonction est déjà la vôtre."])
    const tell = () =>
      w.look((db) => tellCandidate(candidacyId, { ...w.equipment, actor: w.people.amina, db, now: w.now }))
    await tell()
    await tell()
    const { rows } = await w.look((db) =>
      sql`select from sendings where content->>'candidacy_id' = ${candidacyId}`.execute(db),
    )
    assert.equal(rows.length, 1)
  })
})
