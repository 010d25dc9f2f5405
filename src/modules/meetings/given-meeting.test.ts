import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type World, world } from "../../../tests/world.ts"
import { giveGrant } from "../mandates/grants/give.ts"
import { listPeople } from "../people/list.ts"
import { addItem } from "./agenda/add.ts"
import { cancelMeeting } from "./cancel.ts"
import { changeMeeting } from "./change.ts"
import { readMeeting } from "./read-meeting.ts"
import { listMeetings } from "./reads.ts"
import { prepareMeeting } from "./prepare.ts"
import { openMeeting } from "./attendance/open.ts"

// Inès is of Brume: in Lisle she is nobody, until she is given one activity.
let w: World
before(async () => {
  w = await world()
  await w.known(w.ines)
})
after(() => w.end())

const stand = async (more: object = {}) =>
  (
    await w.do(
      prepareMeeting,
      { bodyId: w.lisle, day: "2026-05-02", at: "20:00", title: "Stand au marché", ...more },
      w.people.amina,
    )
  ).meetingId as string
const give = (meetingId: string, capability = "meetings.prepare") =>
  w.do(
    giveGrant,
    {
      personId: w.ines,
      bodyId: w.lisle,
      meetingId,
      capability,
      since: "2026-05-01",
      until: "2026-06-30",
      reason: "Elle tient le stand.",
    },
    w.people.amina,
  )

describe("a meeting given to somebody", () => {
  it("is prepared by them, and nothing else of the body is seen", async () => {
    const [given, other] = [await stand(), await stand({ title: "Comité" })]
    await assert.rejects(w.ask(readMeeting, { meetingId: given }, w.people.ines), { code: "not_found" })
    await give(given)
    const { may } = await w.ask(readMeeting, { meetingId: given }, w.people.ines)
    assert.deepEqual([may["agenda.add"], may["meetings.cancel"]], [true, false])
    await w.do(addItem, { meetingId: given, title: "Qui apporte la table" }, w.people.ines)
    await w.do(changeMeeting, { meetingId: given, place: "Place du Marché" }, w.people.ines)
    await assert.rejects(w.do(cancelMeeting, { meetingId: given, reason: "Pluie" }, w.people.ines), {
      code: "not_allowed",
    })
    await assert.rejects(w.do(addItem, { meetingId: other, title: "x" }, w.people.ines), { code: "not_allowed" })
    await assert.rejects(w.ask(readMeeting, { meetingId: other }, w.people.ines), { code: "not_found" })
    const seen = await w.ask(listMeetings, {}, w.people.ines)
    assert.deepEqual(
      seen.meetings.filter(({ body_id }) => body_id === w.lisle).map(({ title }) => title),
      ["Stand au marché"],
    )
    assert.deepEqual((await w.ask(listPeople, { bodyId: w.lisle }, w.people.ines)).rows, [])
  })

  it("keeps its confidential words from them", async () => {
    const meetingId = await stand()
    await w.do(addItem, { meetingId, title: "Litige", confidential: true }, w.people.amina)
    await give(meetingId)
    const { items } = await w.ask(readMeeting, { meetingId }, w.people.ines)
    assert.ok(!JSON.stringify(items).includes("Litige"))
  })

  it("is held by them only when that is what they were given", async () => {
    const meetingId = await stand()
    await give(meetingId)
    await assert.rejects(w.do(openMeeting, { meetingId, chairId: w.ines, scribeId: w.ines }, w.people.ines), {
      code: "not_allowed",
    })
    await give(meetingId, "meetings.hold")
    await w.do(openMeeting, { meetingId, chairId: w.ines, scribeId: w.ines }, w.people.ines)
    assert.equal((await w.ask(readMeeting, { meetingId }, w.people.ines)).meeting.state, "open")
  })
})
