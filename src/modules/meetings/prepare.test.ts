import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { newId } from "../../kernel/id.ts"
import { trio } from "../../../tests/trio.ts"
import { type World, world } from "../../../tests/world.ts"
import { prepareMeeting } from "./prepare.ts"
import { listMeetings } from "./reads.ts"

describe("meetings.prepare", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())
  const assembly = () => ({
    bodyId: w.lisle,
    title: "Assemblée de printemps",
    day: "2026-05-21",
    at: "19:30",
    place: "Salle des Tanneurs",
  })

  trio(() => w, [{ command: prepareMeeting, capability: "meetings.prepare", input: assembly }])

  it("puts the meeting on the list of those to come, on the wall clock of the body", async () => {
    const { meetingId } = await w.do(prepareMeeting, assembly(), w.people.amina)
    const { meetings } = await w.ask(listMeetings, { bodyId: w.lisle }, w.people.dario)
    const mine = meetings.find((one) => one.id === meetingId)!
    assert.equal(mine.starts.toString(), "2026-05-21T19:30:00")
    assert.equal(mine.zone, "Europe/Brussels")
    assert.equal(mine.state, "preparing")
  })

  it("is unseen by who belongs to another body", async () => {
    const { meetings } = await w.ask(listMeetings, {}, w.people.ines)
    assert.deepEqual(meetings, [])
  })

  it("happens once for a repeated command id, and refuses the id for another input", async () => {
    const commandId = newId()
    const first = await w.do(prepareMeeting, assembly(), w.people.amina, { commandId })
    assert.deepEqual(await w.do(prepareMeeting, assembly(), w.people.amina, { commandId }), first)
    await assert.rejects(w.do(prepareMeeting, { ...assembly(), at: "20:00" }, w.people.amina, { commandId }), {
      code: "command_reused",
    })
  })

  it("refuses text that cannot be stored, naming the field", async () => {
    for (const title of ["a\0b", "a\ud800b"]) {
      await assert.rejects(w.do(prepareMeeting, { ...assembly(), title }, w.people.amina), (error: any) => {
        assert.deepEqual(error.issues, [{ path: ["title"], code: "unstorable_text", facts: {} }])
        return true
      })
    }
  })
})
