import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { trio } from "../../../tests/trio.ts"
import { type World, world } from "../../../tests/world.ts"
import { cancelMeeting } from "./cancel.ts"
import { changeMeeting } from "./change.ts"
import { prepareMeeting } from "./prepare.ts"
import { readMeeting } from "./read-meeting.ts"
import { rescheduleMeeting } from "./reschedule.ts"

describe("meetings.reschedule, change and cancel", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const prepared = async () =>
    (await w.do(prepareMeeting, { bodyId: w.lisle, day: "2026-05-21", at: "19:30" }, w.people.amina)).meetingId
  const convened = async () => {
    const meetingId = await prepared()
    await w.look((tx) => tx.updateTable("meetings").set({ state: "convened" }).where("id", "=", meetingId).execute())
    return meetingId
  }
  const read = async (meetingId: string) => (await w.ask(readMeeting, { meetingId }, w.people.amina)).meeting

  trio(
    () => w,
    [
      {
        command: rescheduleMeeting,
        capability: "meetings.prepare",
        input: async () => ({ meetingId: await prepared(), day: "2026-05-28", at: "20:00" }),
      },
      {
        command: changeMeeting,
        capability: "meetings.prepare",
        input: async () => ({ meetingId: await prepared(), place: "Salle des Tanneurs" }),
      },
      {
        command: cancelMeeting,
        capability: "meetings.prepare",
        input: async () => ({ meetingId: await prepared(), reason: "Neige" }),
      },
    ],
  )

  it("leaves the sequence of the calendar alone before the convocation", async () => {
    const meetingId = await prepared()
    await w.do(rescheduleMeeting, { meetingId, day: "2026-05-28", at: "20:00" }, w.people.amina)
    const { sequence, starts } = await read(meetingId)
    assert.deepEqual([sequence, starts.toString()], [0, "2026-05-28T20:00:00"])
  })

  it("raises the sequence after it, for what those convened must hear of", async () => {
    const meetingId = await convened()
    const moved = await w.do(rescheduleMeeting, { meetingId, day: "2026-05-28", at: "20:00" }, w.people.amina)
    assert.deepEqual([moved.sequence, moved.isConvened], [1, true])
    const scribed = await w.do(changeMeeting, { meetingId, scribeId: w.dario }, w.people.amina)
    assert.deepEqual([scribed.sequence, scribed.isConvened], [1, false])
    const placed = await w.do(changeMeeting, { meetingId, place: "Ailleurs" }, w.people.amina)
    assert.deepEqual([placed.sequence, placed.isConvened], [2, true])
    const cancelled = await w.do(cancelMeeting, { meetingId, reason: "Neige" }, w.people.amina)
    assert.deepEqual([cancelled.sequence, cancelled.isConvened], [3, true])
    await assert.rejects(w.do(cancelMeeting, { meetingId, reason: "Neige" }, w.people.amina), {
      code: "meetings.cancelled",
    })
  })

  it("refuses to move a meeting to where it is", async () => {
    const meetingId = await prepared()
    await assert.rejects(w.do(rescheduleMeeting, { meetingId, day: "2026-05-21", at: "19:30" }, w.people.amina), {
      code: "meetings.same_time",
    })
  })
})
