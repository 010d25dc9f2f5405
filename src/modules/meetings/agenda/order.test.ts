import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { openMatter } from "../../matters/open.ts"
import { readTimeline } from "../../matters/timeline.ts"
import type { Actor } from "../../../kernel/rule.ts"
import { prepareMeeting } from "../prepare.ts"
import { readHistory } from "../read-history.ts"
import { readMeeting } from "../read-meeting.ts"
import { cancelMeeting } from "../cancel.ts"
import { addItem } from "./add.ts"
import { inOrder } from "./in-order.ts"
import { orderAgenda } from "./order.ts"
import { putBackItem } from "./put-back.ts"
import { removeItem } from "./remove.ts"

describe("the agenda", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const prepared = async () =>
    (await w.do(prepareMeeting, { bodyId: w.lisle, day: "2026-05-21", at: "19:30" }, w.people.amina)).meetingId
  const added = async (meetingId: string, title = "Un point", minutes = 10) =>
    (await w.do(addItem, { meetingId, title, minutes }, w.people.amina)).itemId
  const titles = async (meetingId: string) =>
    (await w.ask(readMeeting, { meetingId }, w.people.amina)).items.map(({ title }) => title)

  trio(
    () => w,
    [
      {
        command: addItem,
        capability: "meetings.prepare",
        input: async () => ({ meetingId: await prepared(), title: "Un point" }),
      },
      {
        command: orderAgenda,
        capability: "meetings.prepare",
        input: async () => ({ meetingId: await prepared(), itemIds: [] }),
      },
      {
        command: removeItem,
        capability: "meetings.prepare",
        input: async () => ({ itemId: await added(await prepared()) }),
      },
      {
        command: putBackItem,
        capability: "meetings.prepare",
        input: async () => {
          const itemId = await added(await prepared())
          await w.do(removeItem, { itemId }, w.people.amina)
          return { itemId }
        },
      },
    ],
  )

  it("tells when each item begins and when all is over", async () => {
    const meetingId = await prepared()
    await added(meetingId, "Accueil", 5)
    await added(meetingId, "Comptes", 40)
    const { items, ends, total, over } = await w.ask(readMeeting, { meetingId }, w.people.dario)
    assert.deepEqual(
      items.map(({ begins }) => begins),
      ["19:30", "19:35"],
    )
    assert.deepEqual({ ends, total, over }, { ends: "20:15", total: 45, over: 0 })
  })

  it("keeps what was added meanwhile behind the item it stood behind", () => {
    assert.deepEqual(inOrder(["a", "b", "new", "c"], ["c", "b", "a"]), ["c", "b", "new", "a"])
    assert.deepEqual(inOrder(["new", "a"], ["a"]), ["new", "a"])
    assert.deepEqual(inOrder(["a"], ["gone", "a"]), ["a"])
  })

  it("loses no item when two secretaries order and add at the same moment", async () => {
    const meetingId = await prepared()
    const ids = []
    for (const title of ["A", "B", "C"]) ids.push(await added(meetingId, title))
    await Promise.all([
      w.do(orderAgenda, { meetingId, itemIds: ids.toReversed() }, w.people.amina),
      added(meetingId, "D"),
      w.do(orderAgenda, { meetingId, itemIds: [ids[1]!, ids[0]!, ids[2]!] }, w.people.amina),
      added(meetingId, "E"),
    ])
    const { items } = await w.ask(readMeeting, { meetingId }, w.people.amina)
    assert.deepEqual(
      items.map(({ position }) => position),
      [1, 2, 3, 4, 5],
    )
    assert.deepEqual(items.map(({ title }) => title).toSorted(), ["A", "B", "C", "D", "E"])
  })

  it("puts back at its place what was taken off", async () => {
    const meetingId = await prepared()
    const [, b] = [await added(meetingId, "A"), await added(meetingId, "B"), await added(meetingId, "C")]
    await w.do(removeItem, { itemId: b }, w.people.amina)
    assert.deepEqual(await titles(meetingId), ["A", "C"])
    await w.do(putBackItem, { itemId: b, position: 2 }, w.people.amina)
    assert.deepEqual(await titles(meetingId), ["A", "B", "C"])
  })

  it("no longer changes once the meeting is cancelled", async () => {
    const meetingId = await prepared()
    await w.do(cancelMeeting, { meetingId, reason: "Neige" }, w.people.amina)
    await assert.rejects(added(meetingId), { code: "meetings.cancelled" })
  })

  it("shows a confidential item without its words to who may not read them", async () => {
    const meetingId = await prepared()
    await w.do(
      addItem,
      { meetingId, title: "Litige", confidential: true, presenterId: w.dario, description: text("secret") },
      w.people.amina,
    )
    await w.do(addItem, { meetingId, title: "Personnel", confidential: true }, w.people.amina)
    const { items } = await w.ask(readMeeting, { meetingId }, w.people.dario)
    assert.deepEqual(
      items.map(({ title, hidden }) => ({ title, hidden })),
      [
        { title: "Litige", hidden: false },
        { title: null, hidden: true },
      ],
    )
    const { days } = await w.ask(readHistory, { meetingId }, w.people.dario)
    assert.ok(JSON.stringify(days).includes("agenda.added") && !JSON.stringify(days).includes("Personnel"))
    assert.deepEqual(await titles(meetingId), ["Litige", "Personnel"])
  })

  it("is found again from its matter, by who may read the item", async () => {
    const { matterId } = await w.do(openMatter, { bodyId: w.lisle, title: "Mobilité" }, w.people.amina)
    const meetingId = await prepared()
    await w.do(addItem, { meetingId, title: "Piste cyclable", matterId }, w.people.amina)
    await w.do(addItem, { meetingId, title: "Litige", matterId, confidential: true }, w.people.amina)
    const found = async (actor: Actor) =>
      (await w.ask(readTimeline, { matterId }, actor)).rows.map(({ title }) => title)
    assert.deepEqual(await found(w.people.amina), ["Litige", "Piste cyclable"])
    assert.deepEqual(await found(w.people.dario), ["Piste cyclable"])
    await assert.rejects(found(w.people.ines), { code: "not_found" })
  })

  it("keeps a confidential item readable to whoever wrote it, and hides it from another who prepares", async () => {
    const meetingId = await prepared()
    const [one, two] = [await w.holding(["meetings.prepare"]), await w.holding(["meetings.prepare"])]
    await w.do(addItem, { meetingId, title: "Litige", confidential: true }, one)
    const seen = async (actor: Actor) => (await w.ask(readMeeting, { meetingId }, actor)).items[0]?.title
    assert.deepEqual([await seen(one), await seen(two)], ["Litige", null])
  })

  const text = (words: string) => ({
    type: "doc",
    content: [{ type: "paragraph", content: [{ type: "text", text: words }] }],
  })
})
