import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { inOrganisation, json } from "../../../kernel/db.ts"
import { system } from "../../../kernel/job.ts"
import { type World, world } from "../../../../tests/world.ts"
import { recordTask } from "../../tasks/contract.ts"
import { cancelMeeting } from "../cancel.ts"
import { prepareMeeting } from "../prepare.ts"
import type { TemplateItem } from "../tables.ts"
import { reactions } from "../reactions.ts"
import { readMeeting } from "../read-meeting.ts"
import { listTypes } from "../read-types.ts"
import { addItem } from "./add.ts"
import { removeItem } from "./remove.ts"

describe("what comes back by itself", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const prepared = async (day: string, key = "ordinary-assembly") => {
    const { rows } = await w.ask(listTypes, { bodyId: w.lisle }, w.people.amina)
    const typeId = rows.find((type) => type.key === key)!.id
    return (await w.do(prepareMeeting, { bodyId: w.lisle, typeId, day, at: "19:30" }, w.people.amina)).meetingId
  }
  const held = async (day: string, key?: string) => {
    const meetingId = await prepared(day, key)
    await w.look(async (tx) => {
      await tx.updateTable("meetings").set({ state: "closed" }).where("id", "=", meetingId).execute()
      await tx.updateTable("agenda_items").set({ outcome: "discussed" }).where("meeting_id", "=", meetingId).execute()
    })
    return meetingId
  }
  const circulated = (meetingId: string) =>
    w.look((tx) =>
      tx
        .insertInto("minutes")
        .values({ organisation_id: w.organisation, meeting_id: meetingId, state: "circulated" } as never)
        .execute(),
    )
  const approved = (meetingId: string) =>
    w.look((tx) => tx.updateTable("minutes").set({ state: "approved" }).where("meeting_id", "=", meetingId).execute())
  const typeSays = (key: string, items: TemplateItem[]) =>
    w.look((tx) =>
      tx
        .updateTable("meeting_types")
        .set({ agenda: json(items) })
        .where("body_id", "=", w.lisle)
        .where("key", "=", key)
        .execute(),
    )
  const agenda = async (meetingId: string) => (await w.ask(readMeeting, { meetingId }, w.people.amina)).items
  const automatic = async (meetingId: string) =>
    (await agenda(meetingId)).filter((item) => item.automatic).map(({ title }) => title)
  const happens = (name: string, meetingId: string) =>
    inOrganisation(w.db, w.organisation, async (db) => {
      for (const one of reactions.filter(({ event }) => event === name))
        await one.react({ meetingId }, { ...w.equipment, db, actor: system(w.organisation), now: w.now })
    })

  it("asks for the approval of minutes circulated as the first item, and once", async () => {
    const last = await held("2026-03-12")
    await circulated(last)
    const meetingId = await prepared("2026-05-21")
    const items = await agenda(meetingId)
    assert.equal(items[0]?.title, "Approbation du procès-verbal du 12 mars")
    assert.deepEqual(
      [items[0]?.automatic, items[0]?.about_meeting_id, items[0]?.purpose],
      ["approve-minutes", last, "decide"],
    )
    assert.deepEqual(await automatic(await prepared("2026-06-18", "statutory-assembly")), [])
    assert.deepEqual(await automatic(await prepared("2026-05-25", "secretariat")), [])
    await approved(last)
    await w.do(cancelMeeting, { meetingId, reason: "Neige" }, w.people.amina)
    assert.deepEqual(await automatic(await prepared("2026-05-28")), [])
  })

  it("puts approval before everything, whatever the type says, the oldest minutes first", async () => {
    await typeSays("council-preparation", [
      { title: "Accueil", purpose: "inform", minutes: 5 },
      { title: "Comptes", purpose: "decide", minutes: 5 },
      { title: "Procès-verbal", purpose: "decide", minutes: 7, automatic: "approve-minutes" },
      { title: "Suivi des décisions et des tâches", purpose: "inform", minutes: 5, automatic: "follow-up" },
    ])
    const [older, newer] = [
      await held("2026-02-05", "council-preparation"),
      await held("2026-02-12", "council-preparation"),
    ]
    await circulated(older)
    const meetingId = await prepared("2026-05-14", "council-preparation")
    await circulated(newer)
    await happens("minutes.circulated", newer)
    const items = await agenda(meetingId)
    assert.deepEqual(
      items.map(({ title, minutes }) => [title, minutes]),
      [
        ["Approbation du procès-verbal du 5 février", 7],
        ["Approbation du procès-verbal du 12 février", 7],
        ["Accueil", 5],
        ["Comptes", 5],
      ],
    )
    await approved(older)
    await approved(newer)
    await w.do(cancelMeeting, { meetingId, reason: "Neige" }, w.people.amina)
  })

  it("comes onto the next agenda when minutes are circulated after it was prepared, and stays off once taken off", async () => {
    const last = await held("2026-04-02", "secretariat")
    const meetingId = await prepared("2026-05-12", "secretariat")
    assert.deepEqual(await automatic(meetingId), [])
    await circulated(last)
    await happens("minutes.circulated", last)
    await happens("minutes.circulated", last)
    assert.deepEqual(await automatic(meetingId), ["Approbation du procès-verbal du 2 avril"])
    const [first] = await agenda(meetingId)
    assert.equal(first?.automatic, "approve-minutes")
    await w.do(removeItem, { itemId: first!.id }, w.people.amina)
    await happens("minutes.circulated", last)
    assert.deepEqual(await automatic(meetingId), [])
  })

  it("brings the items left undecided to the next meeting, with their words, and the tasks not done", async () => {
    const last = await held("2026-04-09", "council-preparation")
    await w.look((tx) => tx.updateTable("meetings").set({ state: "preparing" }).where("id", "=", last).execute())
    const left = await w.do(
      addItem,
      { meetingId: last, title: "Le vélo-cargo", proposedDecision: "Acheter." },
      w.people.amina,
    )
    await w.look(async (tx) => {
      await tx.updateTable("meetings").set({ state: "closed" }).where("id", "=", last).execute()
      await tx.updateTable("agenda_items").set({ outcome: "postponed" }).where("id", "=", left.itemId).execute()
    })
    const meetingId = await prepared("2026-05-13", "council-preparation")
    await inOrganisation(w.db, w.organisation, (db) =>
      recordTask({ bodyId: w.lisle, what: "Demander un devis" } as never, {
        ...w.equipment,
        db,
        actor: w.people.amina,
        now: w.now,
      }),
    )
    await happens("meetings.closed", last)
    const items = (await agenda(meetingId)).filter((item) => item.automatic)
    assert.deepEqual(
      items.map(({ title, automatic: how, proposed_decision }) => [title, how, proposed_decision]),
      [
        ["Suivi des décisions et des tâches", "follow-up", null],
        ["Le vélo-cargo", "carried-over", "Acheter."],
      ],
    )
    await happens("meetings.closed", last)
    assert.equal((await agenda(meetingId)).filter((item) => item.automatic).length, 2)
  })

  it("brings no twin of an item that every agenda of the type has, unless something was written in it", async () => {
    await typeSays("working-group", [
      { title: "Tour de table", purpose: "inform", minutes: 5 },
      { title: "Budget", purpose: "decide", minutes: 15 },
      { title: "Divers", purpose: "discuss", minutes: 5 },
    ])
    const last = await prepared("2026-04-16", "working-group")
    await w.look(async (tx) => {
      await tx.updateTable("agenda_items").set({ proposed_decision: "3 000 €" }).where("title", "=", "Budget").execute()
      await tx.updateTable("meetings").set({ state: "closed" }).where("id", "=", last).execute()
    })
    const meetingId = await prepared("2026-05-15", "working-group")
    const titles = async () =>
      (await agenda(meetingId))
        .filter(({ automatic: how }) => how !== "follow-up")
        .map(({ title, automatic: how }) => [title, how])
    const once = [
      ["Budget", "carried-over"],
      ["Tour de table", null],
      ["Budget", null],
      ["Divers", null],
    ]
    assert.deepEqual((await titles()).toSorted(), once.toSorted())
    const divers = (await agenda(meetingId)).find(({ title }) => title === "Divers")!
    await w.do(removeItem, { itemId: divers.id }, w.people.amina)
    await happens("meetings.closed", last)
    assert.deepEqual(
      (await titles()).filter(([title]) => title === "Divers"),
      [],
      "what was taken off stays off",
    )
  })
})
