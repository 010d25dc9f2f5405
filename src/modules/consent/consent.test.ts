import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type ConsentWorld, consentWorld, invalid, refused } from "../../../tests/consent-world.ts"
import { trio } from "../../../tests/trio.ts"
import { newId } from "../../kernel/id.ts"
import { changeElection } from "./change.ts"
import { closeElection } from "./close.ts"
import { electedByConsent } from "./elected.ts"
import { listElections } from "./list.ts"
import { changeNomination } from "./nominations/change-nomination.ts"
import { closeChanges } from "./nominations/close-changes.ts"
import { keepNomination } from "./nominations/keep-nomination.ts"
import { nominate } from "./nominations/nominate.ts"
import { openChanges } from "./nominations/open-changes.ts"
import { revealNominations } from "./nominations/reveal.ts"
import { openElection } from "./open.ts"
import { prepareElection } from "./prepare.ts"
import { elect } from "./proposals/elect.ts"
import { goOn } from "./proposals/go-on.ts"
import { propose } from "./proposals/propose.ts"

let c: ConsentWorld
let w: ConsentWorld["w"]
before(async () => {
  c = await consentWorld()
  w = c.w
})
after(() => w.end())

describe("elections without candidate", () => {
  const rows = [
    { command: prepareElection, input: () => ({ bodyId: w.lisle, ...c.fields() }) },
    { command: changeElection, input: async () => ({ electionId: await c.prepared(), ...c.fields() }) },
    { command: openElection, input: async () => ({ electionId: await c.prepared(), among: "roll" }) },
    { command: revealNominations, input: async () => ({ electionId: await c.named() }) },
    { command: openChanges, input: async () => ({ electionId: await c.revealed() }) },
    { command: closeChanges, input: async () => ({ electionId: await c.changing(), evenIfMissing: true }) },
    {
      command: propose,
      input: async () => ({ electionId: await c.settled(), personId: c.lea.personId, reasons: "Elle sait compter." }),
    },
    { command: goOn, input: async () => ({ ...(await c.proposed()), reason: "Parti." }) },
    { command: elect, input: () => c.consented() },
    { command: closeElection, input: async () => ({ electionId: await c.named(), reason: "On verra en juin." }) },
  ]
  trio(
    () => w,
    rows.map((row) => ({ ...row, capability: "decisions.manage" as const })),
  )
  it("are moved on by who holds meetings.hold too", async () => {
    const chair = await w.holding(["meetings.hold"])
    for (const { command, input } of rows) await w.do(command, await input(), chair)
  })
})

describe("who speaks in an election without candidate", () => {
  it("is on the roll that was frozen, and is seen to nobody before it opens", async () => {
    const electionId = await c.prepared()
    await assert.rejects(c.read(electionId, w.people.dario), refused("not_found"))
    await w.do(openElection, { electionId, among: "roll" }, w.people.amina)
    const { participants, me } = await c.read(electionId, w.people.dario)
    assert.deepEqual([participants.length, me.asked], [3, "name"])
    assert.equal((await c.read(electionId)).me.asked, null)
    await assert.rejects(c.names(electionId, w.people.amina, c.lea), refused("consent.not_participant"))
    await assert.rejects(c.names(electionId, w.people.oscar, c.lea), refused("not_found"))
    const late = await w.holding([])
    await assert.rejects(c.names(electionId, late, c.lea), refused("consent.not_participant"))
    // Who came later is of the body all the same, and may be named.
    await c.names(electionId, c.lea, late)
  })

  it("speaks for oneself; only who moves it on notes for somebody, and over nobody’s own words", async () => {
    const electionId = await c.opened()
    const { hugo, lea, names } = c
    const forId = hugo.personId
    await assert.rejects(names(electionId, lea, lea, { forId }), refused("consent.not_leading"))
    await names(electionId, w.people.amina, lea, { forId })
    assert.match((await c.read(electionId, hugo)).me.nomination!.noted_by!, /Amina/)
    await names(electionId, w.people.amina, w.people.dario, { forId })
    await names(electionId, hugo, hugo)
    await assert.rejects(names(electionId, w.people.amina, lea, { forId }), refused("consent.wrote_own"))
    assert.equal((await c.read(electionId, hugo)).me.nomination!.nominee_id, hugo.personId)
  })

  it("names somebody of the body", async () => {
    const electionId = await c.opened()
    await w.known(w.ines)
    await assert.rejects(
      w.do(nominate, { electionId, nomineeId: w.ines, reasons: "Parce que.", forId: w.dario }, w.people.amina),
      (error: { code?: string }) => error.code === "not_found" || invalid("consent.not_of_body")(error as never),
    )
    await assert.rejects(
      w.do(nominate, { electionId, nomineeId: newId(), reasons: "Parce que." }, c.lea),
      refused("not_found"),
    )
  })
})

describe("nominations", () => {
  it("are read by nobody before all are shown; who has written is seen", async () => {
    const electionId = await c.opened()
    await c.names(electionId, c.hugo, c.lea, { reasons: "Elle range tout." })
    for (const actor of [c.lea, w.people.amina]) {
      const page = await c.read(electionId, actor)
      assert.ok(!JSON.stringify(page).includes("range tout"))
      assert.deepEqual(
        page.participants.filter(({ named }) => named).map(({ person_id }) => person_id),
        [c.hugo.personId],
      )
    }
    await assert.rejects(w.do(revealNominations, { electionId }, w.people.amina), refused("consent.missing"))
    await w.do(revealNominations, { electionId, evenIfMissing: true }, w.people.amina)
    const { counted } = await c.read(electionId, w.people.dario)
    assert.deepEqual(
      counted!.map(({ by, reasons }) => [by, reasons[0]!.reasons]),
      [[1, "Elle range tout."]],
    )
    await assert.rejects(c.names(electionId, c.lea, c.lea), refused("consent.moved_on"))
  })

  it("are not shown when there is none", async () => {
    const electionId = await c.opened()
    await assert.rejects(
      w.do(revealNominations, { electionId, evenIfMissing: true }, w.people.amina),
      refused("consent.nobody_named"),
    )
  })

  it("are one for each person, whatever two devices do at once", async () => {
    const electionId = await c.opened()
    await Promise.all([c.names(electionId, c.lea, c.hugo), c.names(electionId, c.lea, c.lea)])
    await c.names(electionId, c.hugo, c.lea)
    await c.names(electionId, w.people.dario, c.lea)
    // While one names again, all are shown: either it counts, or it comes too late, and it says so.
    const [again] = await Promise.allSettled([
      c.names(electionId, c.lea, w.people.dario),
      w.do(revealNominations, { electionId }, w.people.amina),
    ])
    const { nominations } = await c.read(electionId)
    const own = nominations!.find(({ person_id }) => person_id === c.lea.personId)!
    assert.equal(own.nominee_id === w.dario, again.status === "fulfilled")
    assert.equal(nominations!.length, 3)
  })
})

describe("the change round", () => {
  it("lets each change once, with reasons, and shows from whom to whom", async () => {
    const electionId = await c.changing()
    const change = (by: typeof c.lea, whom: string, more: object = {}) =>
      w.do(changeNomination, { electionId, nomineeId: whom, reasons: "J’ai entendu Léa.", ...more }, by)
    await assert.rejects(change(c.hugo, c.lea.personId!), invalid("consent.same_person"))
    const twice = await Promise.allSettled([change(c.hugo, w.dario), change(c.hugo, c.hugo.personId!)])
    assert.deepEqual(twice.map(({ status }) => status).sort(), ["fulfilled", "rejected"])
    await assert.rejects(change(c.hugo, w.dario), refused("consent.changed_already"))
    await assert.rejects(w.do(keepNomination, { electionId }, c.hugo), refused("consent.changed_already"))
    await w.do(keepNomination, { electionId }, c.lea)
    assert.equal((await c.read(electionId, c.lea)).me.asked, null)
    await assert.rejects(w.do(closeChanges, { electionId }, w.people.amina), refused("consent.missing"))
    await w.do(closeChanges, { electionId, evenIfMissing: true }, w.people.amina)
    const { nominations, counted } = await c.read(electionId, c.lea)
    assert.equal(nominations!.filter(({ to_id }) => to_id).length, 1)
    assert.deepEqual(
      counted!.find(({ person_id }) => person_id === c.lea.personId),
      { ...counted!.find(({ person_id }) => person_id === c.lea.personId)!, by: 1, at_first: 2 },
    )
    await assert.rejects(change(c.lea, w.dario), refused("consent.moved_on"))
  })

  it("asks nothing of who had named nobody, and does not come before the reasons", async () => {
    const electionId = await c.opened()
    await c.names(electionId, c.lea, c.hugo)
    await assert.rejects(w.do(keepNomination, { electionId }, c.lea), refused("consent.not_yet"))
    await w.do(revealNominations, { electionId, evenIfMissing: true }, w.people.amina)
    await w.do(openChanges, { electionId }, w.people.amina)
    await assert.rejects(w.do(keepNomination, { electionId }, c.hugo), refused("consent.named_nobody"))
    assert.equal((await c.read(electionId, c.hugo)).me.asked, null)
    await w.do(keepNomination, { electionId }, c.lea)
    await w.do(closeChanges, { electionId }, w.people.amina)
  })
})

describe("the consent round", () => {
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

describe("the role of an election", () => {
  it("fits the body, and does not change once somebody was named for it", async () => {
    const prepare = (more: object) => w.do(prepareElection, { bodyId: w.lisle, ...c.fields(more) }, w.people.amina)
    await assert.rejects(prepare({ functionId: null }), invalid("required"))
    await assert.rejects(prepare({ functionId: newId() }), invalid("unknown"))
    await assert.rejects(prepare({ functions: [] }), invalid("required"))
    await assert.rejects(prepare({ meetingId: newId() }), invalid("invalid_value"))
    const electionId = await c.opened({ functionId: null, role: "Personne de confiance" })
    assert.equal((await c.read(electionId, w.people.dario)).election.what, "Personne de confiance")
    await assert.rejects(
      w.do(changeElection, { electionId, ...c.fields() }, w.people.amina),
      refused("consent.moved_on"),
    )
  })
})
