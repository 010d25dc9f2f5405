import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type World, world } from "../../../../tests/world.ts"
import { openMatter } from "../../matters/open.ts"
import { changeMeeting } from "../change.ts"
import { prepareMeeting } from "../prepare.ts"
import { readMeeting } from "../read-meeting.ts"
import { addItem } from "./add.ts"
import { changeItem } from "./change.ts"
import { mergeItem } from "./merge.ts"
import { proposeItem } from "./propose.ts"
import { removeItem } from "./remove.ts"

describe("a confidential item, for who prepares without reading what is confidential", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const meetingOf = async () =>
    (await w.do(prepareMeeting, { bodyId: w.lisle, day: "2026-05-21", at: "19:30" }, w.people.amina)).meetingId
  const secret = { title: "Exclusion de Karim", confidential: true }

  it("is neither rewritten, opened to all, nor taken off", async () => {
    const meetingId = await meetingOf()
    const sam = await w.holding(["meetings.prepare"])
    const { itemId } = await w.do(addItem, { meetingId, ...secret }, w.people.amina)
    for (const change of [{ confidential: false }, { presenterId: sam.personId }, { base: { title: "Y" }, title: "X" }])
      await assert.rejects(w.do(changeItem, { itemId, ...change }, sam), { code: "not_found" })
    await assert.rejects(w.do(removeItem, { itemId }, sam), { code: "not_found" })
    await w.do(changeItem, { itemId, confidential: false }, w.people.amina)
    await w.do(removeItem, { itemId }, sam)
  })

  it("is not merged into an item that they present", async () => {
    const meetingId = await meetingOf()
    const sam = await w.holding(["meetings.prepare"])
    const { itemId: intoId } = await w.do(addItem, { meetingId, title: "Divers", presenterId: sam.personId }, sam)
    const { itemId } = await w.do(proposeItem, { meetingId, ...secret }, w.people.dario)
    await assert.rejects(w.do(mergeItem, { itemId, intoId }, sam), { code: "not_found" })
  })

  it("does not take up a proposal whose reader could not follow it there", async () => {
    const meetingId = await meetingOf()
    const sam = await w.holding(["meetings.prepare"])
    const { itemId: intoId } = await w.do(addItem, { meetingId, ...secret }, w.people.amina)
    const { itemId } = await w.do(proposeItem, { meetingId, title: "Une idée" }, w.people.dario)
    await assert.rejects(w.do(mergeItem, { itemId, intoId }, sam))
    await w.do(mergeItem, { itemId, intoId }, w.people.amina)
    const { proposals } = await w.ask(readMeeting, { meetingId }, w.people.dario)
    assert.equal(proposals[0]?.merged_into_title, null, "its author does not read the title of where it went")
  })

  it("does not say who presents it", async () => {
    const meetingId = await meetingOf()
    await w.known(w.ines)
    await w.do(addItem, { meetingId, ...secret, presenterId: w.ines }, w.people.amina)
    const { items } = await w.ask(readMeeting, { meetingId }, w.people.dario)
    assert.ok(items.some(({ hidden }) => hidden))
    assert.ok(!JSON.stringify(items).includes(w.ines))
  })

  it("stays in a confidential meeting that only a reader of it may open to all", async () => {
    const meetingId = await meetingOf()
    const sam = await w.holding(["meetings.prepare"])
    await w.do(changeMeeting, { meetingId, confidential: true }, w.people.amina)
    await assert.rejects(w.do(changeMeeting, { meetingId, confidential: false }, sam), {
      code: "meetings.stays_confidential",
    })
    await w.do(changeMeeting, { meetingId, place: "Ailleurs", confidential: true }, sam)
    await w.do(changeMeeting, { meetingId, confidential: false }, w.people.amina)
  })
})

describe("an item that hangs on a confidential matter", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  it("does not tell its title, nor lets somebody who does not see it hang one there", async () => {
    const { matterId } = await w.do(
      openMatter,
      { bodyId: w.lisle, title: "Plainte contre X", confidential: true },
      w.people.amina,
    )
    const { meetingId } = await w.do(
      prepareMeeting,
      { bodyId: w.lisle, day: "2026-05-21", at: "19:30" },
      w.people.amina,
    )
    await w.do(addItem, { meetingId, title: "Suites", matterId }, w.people.amina)
    const seen = await w.ask(readMeeting, { meetingId }, w.people.dario)
    assert.doesNotMatch(JSON.stringify(seen), /Plainte/)
    assert.match(JSON.stringify(await w.ask(readMeeting, { meetingId }, w.people.amina)), /Plainte/)
    await assert.rejects(w.do(proposeItem, { meetingId, title: "X", matterId }, w.people.dario), /unknown_matter/)
  })
})
