import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { inOrganisation } from "../../../kernel/db.ts"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { cancelMeeting } from "../cancel.ts"
import { prepareMeeting } from "../prepare.ts"
import { readMeeting } from "../read-meeting.ts"
import { addKeyDate, removeDate } from "../../secretariat/dates/set.ts"
import { listKeyDates } from "../../secretariat/dates/list.ts"
import { createBody } from "../../secretariat/bodies/create.ts"
import { dismissOccasion, recallOccasion } from "./dismiss.ts"
import { readYear, yearWaiting } from "./reads.ts"
import { takeOccasion } from "./take.ts"

// Today is 2 May 2026: the Walloon chapter's year asks for the declarations of mandates until the end of May.
describe("year.take", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const wish = () => ({ bodyId: w.lisle, occasion: "mandate-declarations", day: "2026-05-20", at: "20:00" })
  const waits = async (actor = w.people.amina) =>
    inOrganisation(w.db, w.organisation, async (db) =>
      (await yearWaiting({ ...w.equipment, db, actor, now: w.now })).map(({ at, due }) => [
        at.split("#")[1],
        String(due),
      ]),
    )
  const row = async () =>
    (await w.ask(readYear, { bodyId: w.lisle }, w.people.amina)).rows.find(({ key }) => key === "mandate-declarations")!

  it("waits for whoever prepares meetings, until the last day of its window, and for nobody else", async () => {
    assert.deepEqual(await waits(), [["mandate-declarations", "2026-05-31"]])
    assert.deepEqual(await waits(w.people.dario), [])
    await assert.rejects(w.ask(readYear, { bodyId: w.lisle }, w.people.ines), { code: "not_found" })
  })

  it("makes the meeting with its items, once; and waits again when the meeting is cancelled", async () => {
    const { meetingId } = await w.do(takeOccasion, wish(), w.people.amina)
    const { items, type } = await w.ask(readMeeting, { meetingId }, w.people.amina)
    const titles = items.map(({ title }) => title)
    assert.equal(type?.key, "secretariat")
    assert.ok(titles.some((title) => title?.startsWith("Déclarations de mandats")))
    assert.deepEqual(await waits(), [])
    assert.equal((await row()).meeting_id, meetingId)
    await assert.rejects(w.do(takeOccasion, wish(), w.people.amina), { code: "year.already_taken" })
    await w.do(cancelMeeting, { meetingId, reason: "Neige" }, w.people.amina)
    assert.equal((await waits()).length, 1)
  })

  it("puts the items on a meeting in preparation of the same body, not on another", async () => {
    const prepared = async () =>
      (await w.do(prepareMeeting, { bodyId: w.lisle, day: "2026-05-21", at: "19:30" }, w.people.amina)).meetingId
    const meetingId = await prepared()
    const there = { bodyId: w.lisle, occasion: "mandate-declarations", meetingId }
    await w.do(takeOccasion, there, w.people.amina)
    assert.equal((await w.ask(readMeeting, { meetingId }, w.people.amina)).items.length, 1)
    await w.do(cancelMeeting, { meetingId, reason: "Neige" }, w.people.amina)
    await assert.rejects(w.do(takeOccasion, there, w.people.amina), (error: any) => {
      assert.equal(error.issues[0].code, "unknown_meeting")
      return true
    })
  })

  it("asks for nothing that its window does not open", async () => {
    await assert.rejects(w.do(takeOccasion, { ...wish(), occasion: "accounts" }, w.people.amina), (error: any) => {
      assert.equal(error.issues[0].code, "unknown_occasion")
      return true
    })
  })

  describe("the trio", () => {
    trio(() => w, [{ command: takeOccasion, capability: "meetings.prepare", input: wish }])
  })
})

describe("year.dismiss", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const asked = () => ({ bodyId: w.lisle, occasion: "mandate-declarations", reason: "La région s’en charge" })
  const waits = () =>
    inOrganisation(w.db, w.organisation, (db) => yearWaiting({ ...w.equipment, db, actor: w.people.amina, now: w.now }))
  const dismissed = async () =>
    (await w.ask(readYear, { bodyId: w.lisle }, w.people.dario)).rows.find(({ key }) => key === asked().occasion)!
      .dismissed

  describe("the trio", () => {
    trio(
      () => w,
      [
        { command: dismissOccasion, capability: "meetings.prepare", input: asked },
        {
          command: recallOccasion,
          capability: "meetings.prepare",
          input: async () => {
            const { reason: _, ...it } = asked()
            await w.do(dismissOccasion, asked(), w.people.amina)
            return it
          },
        },
      ],
    )
  })

  it("waits for nobody any more, keeps the reason, and can be taken up again", async () => {
    assert.equal((await waits()).length, 1)
    await w.do(dismissOccasion, asked(), w.people.amina)
    assert.equal((await waits()).length, 0)
    assert.equal(await dismissed(), "La région s’en charge")
    await w.do(recallOccasion, { bodyId: w.lisle, occasion: asked().occasion }, w.people.amina)
    assert.equal((await waits()).length, 1)
    assert.equal(await dismissed(), null)
  })
})

describe("dates.add", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const election = (more: object = {}) => ({
    bodyId: w.lisle,
    kind: "municipal",
    day: "2027-06-13",
    source: "Décret du 3 avril",
    ...more,
  })

  describe("the trio", () => {
    trio(
      () => w,
      [
        { command: addKeyDate, capability: "bodies.manage", input: () => election({ kind: "congress" }) },
        {
          command: removeDate,
          capability: "bodies.manage",
          input: async () => ({
            keyDateId: (await w.do(addKeyDate, election({ kind: "other" }), w.people.amina)).keyDateId,
          }),
        },
      ],
    )
  })

  it("opens what hangs on an election, in the body and in those under it, until it is taken back", async () => {
    const said = { name: "Section", code: "SEC", profile: "be-wallonia-chapter", parentId: w.lisle }
    const { bodyId } = await w.do(createBody, said, w.people.amina)
    const opened = async (here: string) =>
      (await w.ask(readYear, { bodyId: here }, w.people.amina)).rows
        .filter(({ because }) => because === "election")
        .map(({ key, because_of }) => `${key} ${because_of}`)
    assert.deepEqual(await opened(bodyId), [])
    await w.do(addKeyDate, election({ kind: "regional" }), w.people.amina)
    assert.deepEqual(await opened(bodyId), [], "an election of another assembly asks nothing of a chapter")
    const { keyDateId } = await w.do(addKeyDate, election(), w.people.amina)
    for (const here of [w.lisle, bodyId]) assert.deepEqual(await opened(here), ["list-call 2027-06-13"])
    const { dates } = await w.ask(listKeyDates, { bodyId }, w.people.amina)
    assert.equal(dates.find(({ id }) => id === keyDateId)?.from, "Locale de Lisle")
    await w.do(removeDate, { keyDateId }, w.people.amina)
    assert.deepEqual(await opened(bodyId), [])
  })

  it("keeps taken up what was, when the day is written of which the law gave the month", async () => {
    const said = { name: "Groupe local", code: "GLO", profile: "fr-chapter", parentId: w.lisle }
    const { bodyId } = await w.do(createBody, said, w.people.amina)
    const now = Temporal.Instant.from("2027-05-03T08:00:00Z")
    const campaign = async () =>
      (await w.ask(readYear, { bodyId }, w.people.amina, now)).rows.find(({ key }) => key === "regional-campaign")!
    const { because, because_of } = await campaign()
    assert.deepEqual([because, String(because_of)], ["election_month", "2028-03-01"])
    const wish = { bodyId, occasion: "regional-campaign", day: "2027-05-20", at: "20:00" }
    const { meetingId } = await w.do(takeOccasion, wish, w.people.amina, { now })
    await w.do(addKeyDate, election({ bodyId, kind: "regional", day: "2028-03-12" }), w.people.amina, { now })
    const after = await campaign()
    assert.deepEqual([after.because, after.meeting_id], ["election", meetingId])
    const { by_law } = await w.ask(listKeyDates, { bodyId }, w.people.amina, now)
    assert.deepEqual(
      by_law.map(({ kind, is_month }) => [kind, is_month]),
      [["municipal", true]],
      "the day has taken the place of the month",
    )
  })

  it("knows the elections that the law fixes", async () => {
    const { by_law } = await w.ask(listKeyDates, { bodyId: w.lisle }, w.people.dario)
    assert.deepEqual(
      by_law.map(({ kind, day }) => [kind, day]),
      [["municipal", "2030-10-13"]],
    )
  })
})
