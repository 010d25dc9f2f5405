import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type ConsentWorld, consentWorld, invalid, refused } from "../../../tests/consent-world.ts"
import { trio } from "../../../tests/trio.ts"
import { newId } from "../../kernel/id.ts"
import { arrive } from "../meetings/attendance/arrive.ts"
import { openMeeting } from "../meetings/attendance/open.ts"
import { morningMeeting } from "../meetings/attendance/room-for-tests.ts"
import { changeElection } from "./change.ts"
import { closeElection } from "./close.ts"
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

  it("is in the room of the meeting, where its attendance is known", async () => {
    const { meetingId } = await morningMeeting(w)
    const electionId = await c.prepared({ meetingId })
    const open = () => w.do(openElection, { electionId, among: "present" }, w.people.amina)
    await assert.rejects(open(), refused("consent.nobody_present"))
    await w.do(openMeeting, { meetingId, chairId: w.amina, at: "09:34" }, w.people.amina)
    await assert.rejects(open(), refused("consent.nobody_present"))
    const there = [w.dario, c.lea.personId!, c.hugo.personId!]
    await w.do(arrive, { meetingId, personIds: there, at: "09:35" }, w.people.amina)
    // A guest is there without a vote, and somebody who has left is not there any more.
    await w.look(async (db) => {
      const stays = db.updateTable("attendances").where("meeting_id", "=", meetingId)
      await stays.set({ voting: true }).where("person_id", "in", [w.dario, c.hugo.personId!]).execute()
      await stays.set({ voting: false }).where("person_id", "=", c.lea.personId!).execute()
      await stays.set({ left_at: w.now }).where("person_id", "=", c.hugo.personId!).execute()
    })
    assert.equal((await c.read(electionId)).meeting!.present, 1)
    await open()
    const { participants, election } = await c.read(electionId)
    assert.deepEqual([participants.map(({ person_id }) => person_id), election.roll_id], [[w.dario], null])
    await assert.rejects(c.names(electionId, c.lea, c.hugo), refused("consent.not_participant"))
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
