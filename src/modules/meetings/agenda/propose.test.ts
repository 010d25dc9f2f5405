import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { sql } from "kysely"
import { json } from "../../../kernel/db.ts"
import { newId } from "../../../kernel/id.ts"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { changeMeeting } from "../change.ts"
import { prepareMeeting } from "../prepare.ts"
import { readMeeting } from "../read-meeting.ts"
import { acceptItem } from "./accept.ts"
import { addItem } from "./add.ts"
import { mergeItem } from "./merge.ts"
import { orderAgenda } from "./order.ts"
import { proposeItem } from "./propose.ts"
import { refuseItem } from "./refuse.ts"
import { withdrawItem } from "./withdraw.ts"

describe("agenda.propose", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const prepared = async () =>
    (await w.do(prepareMeeting, { bodyId: w.lisle, day: "2026-05-21", at: "19:30" }, w.people.amina)).meetingId
  const proposed = async (meetingId?: string) =>
    w.do(
      proposeItem,
      { meetingId: meetingId ?? (await prepared()), title: "Un vélo-cargo", proposedDecision: "Acheter un vélo." },
      w.people.dario,
    )
  const mine = async (meetingId: string) => (await w.ask(readMeeting, { meetingId }, w.people.dario)).proposals

  trio(
    () => w,
    [
      {
        command: acceptItem,
        capability: "meetings.prepare",
        input: async () => ({ itemId: (await proposed()).itemId }),
      },
      {
        command: refuseItem,
        capability: "meetings.prepare",
        input: async () => ({ itemId: (await proposed()).itemId, reason: "Déjà décidé en mars" }),
      },
      {
        command: mergeItem,
        capability: "meetings.prepare",
        input: async () => {
          const meetingId = await prepared()
          const { itemId: intoId } = await w.do(addItem, { meetingId, title: "Mobilité" }, w.people.amina)
          return { itemId: (await proposed(meetingId)).itemId, intoId }
        },
      },
    ],
  )

  it("is done by a plain member, and refused to who belongs to another body", async () => {
    const meetingId = await prepared()
    await proposed(meetingId)
    await assert.rejects(w.do(proposeItem, { meetingId, title: "Non" }, w.people.ines), { code: "not_allowed" })
    await assert.rejects(w.do(proposeItem, { meetingId, title: "Non" }, w.people.oscar), { code: "not_found" })
  })

  it("comes too late after the day that was set, and the page no longer offers it", async () => {
    const meetingId = await prepared()
    await w.do(changeMeeting, { meetingId, proposeUntil: "2026-05-01" }, w.people.amina)
    await assert.rejects(proposed(meetingId), { code: "agenda.too_late", facts: { until: "2026-05-01" } })
    const { may } = await w.ask(readMeeting, { meetingId }, w.people.dario)
    assert.equal(may["agenda.propose"], false)
    await w.do(changeMeeting, { meetingId, proposeUntil: "2026-05-02" }, w.people.amina)
    await proposed(meetingId)
  })

  it("stands before any other business, with what is added, unless that was moved up", async () => {
    const typeId = newId()
    const short = { purpose: "discuss", minutes: 5, automatic: null }
    await w.look((db) =>
      sql`
      insert into meeting_types (organisation_id, id, body_id, key, name, convenes, agenda)
      values (${w.organisation}, ${typeId}, ${w.lisle}, 'bureau', 'Bureau', 'members',
        ${json([
          { ...short, title: "Courrier" },
          { ...short, title: "Divers" },
        ])})`.execute(db),
    )
    const { meetingId } = await w.do(
      prepareMeeting,
      { bodyId: w.lisle, typeId, day: "2026-05-21", at: "19:30" },
      w.people.amina,
    )
    const { itemId } = await proposed(meetingId)
    await w.do(acceptItem, { itemId }, w.people.amina)
    await w.do(addItem, { meetingId, title: "Budget" }, w.people.amina)
    const agenda = async () => (await w.ask(readMeeting, { meetingId }, w.people.amina)).items
    const titles = async () => (await agenda()).map(({ title }) => title)
    assert.deepEqual(await titles(), ["Courrier", "Un vélo-cargo", "Budget", "Divers"])
    const [mail, bike, budget, other] = (await agenda()).map(({ id }) => id)
    await w.do(orderAgenda, { meetingId, itemIds: [other, mail, bike, budget] }, w.people.amina)
    await w.do(addItem, { meetingId, title: "Tract" }, w.people.amina)
    assert.deepEqual(await titles(), ["Divers", "Courrier", "Un vélo-cargo", "Budget", "Tract"])
  })

  it("waits outside the agenda, and stands on it last once accepted", async () => {
    const { itemId, meetingId } = await proposed()
    assert.deepEqual((await w.ask(readMeeting, { meetingId }, w.people.amina)).items, [])
    await w.do(acceptItem, { itemId }, w.people.amina)
    const { items } = await w.ask(readMeeting, { meetingId }, w.people.amina)
    assert.deepEqual(
      items.map(({ id, position }) => ({ id, position })),
      [{ id: itemId, position: 1 }],
    )
    await assert.rejects(w.do(acceptItem, { itemId }, w.people.amina), { code: "agenda.already_answered" })
  })

  it("tells its author why it was declined", async () => {
    const { itemId, meetingId } = await proposed()
    await w.do(refuseItem, { itemId, reason: "Déjà décidé en mars" }, w.people.amina)
    const [proposal] = await mine(meetingId)
    assert.deepEqual([proposal?.state, proposal?.refused_reason], ["refused", "Déjà décidé en mars"])
  })

  it("joins another item without losing a word, and tells its author where", async () => {
    const meetingId = await prepared()
    const { itemId: intoId } = await w.do(
      addItem,
      { meetingId, title: "Mobilité", proposedDecision: "Tracer une piste." },
      w.people.amina,
    )
    const { itemId } = await proposed(meetingId)
    await w.do(mergeItem, { itemId, intoId }, w.people.amina)
    const { items } = await w.ask(readMeeting, { meetingId }, w.people.amina)
    assert.equal(items[0]?.proposed_decision, "Tracer une piste.\n\nAcheter un vélo.")
    assert.match(JSON.stringify(items[0]?.description), /vélo-cargo/)
    const [proposal] = await mine(meetingId)
    assert.deepEqual([proposal?.state, proposal?.merged_into_title], ["merged", "Mobilité"])
  })

  it("is taken back by its author only, and only while it waits", async () => {
    const { itemId } = await proposed()
    await assert.rejects(w.do(withdrawItem, { itemId }, w.people.amina), { code: "not_allowed" })
    await w.do(withdrawItem, { itemId }, w.people.dario)
    await assert.rejects(w.do(withdrawItem, { itemId }, w.people.dario), { code: "agenda.already_answered" })
  })
})
