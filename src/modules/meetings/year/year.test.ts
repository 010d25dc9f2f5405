import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { inOrganisation } from "../../../kernel/db.ts"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { cancelMeeting } from "../cancel.ts"
import { prepareMeeting } from "../prepare.ts"
import { readMeeting } from "../read-meeting.ts"
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
