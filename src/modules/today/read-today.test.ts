import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type World, world } from "../../../tests/world.ts"
import type { Actor } from "../../kernel/rule.ts"
import { newId } from "../../kernel/id.ts"
import { proposeItem } from "../meetings/agenda/propose.ts"
import { prepareMeeting } from "../meetings/prepare.ts"
import { readToday } from "./read-today.ts"

let w: World
before(async () => {
  w = await world()
})
after(() => w.end())

const of = (title: string, actor: Actor) =>
  w
    .ask(readToday, {}, actor)
    .then(({ waiting, could }) =>
      [...waiting, ...could]
        .filter(({ facts }) => facts?.["title"] === title || facts?.["what"] === title)
        .map(({ key }) => key.replace("meetings.waiting.", "")),
    )
const prepared = async (title: string, day: string) =>
  (await w.do(prepareMeeting, { bodyId: w.lisle, title, day, at: "19:30", place: "Tanneurs" }, w.people.amina))
    .meetingId
const invited = (meetingId: string, personId: string) =>
  w.look((db) =>
    db
      .insertInto("invitations")
      .values({
        organisation_id: w.organisation,
        id: newId(),
        meeting_id: meetingId,
        person_id: personId,
        means: "email",
      } as never)
      .execute(),
  )
const at = (meetingId: string, state: "convened" | "open" | "closed") =>
  w.look((db) => db.updateTable("meetings").set({ state }).where("id", "=", meetingId).execute())

describe("today.read", () => {
  it("teaches the first steps of an organisation to who may take them, and to nobody else", async () => {
    assert.deepEqual((await w.ask(readToday, {}, w.people.amina)).first, { people: false, meeting: true })
    assert.deepEqual((await w.ask(readToday, {}, w.people.dario)).first, { people: false, meeting: false })
  })

  it("asks the secretary to convene, with what is missing, and lets a member propose", async () => {
    await prepared("À convoquer", "2026-05-12")
    const { waiting } = await w.ask(readToday, {}, w.people.amina)
    const convene = waiting.find(({ facts }) => facts?.["title"] === "À convoquer")!
    assert.equal(convene.key, "meetings.waiting.convene")
    assert.deepEqual(
      convene.missing?.map(({ key }) => key),
      ["meetings.missing.agenda"],
    )
    assert.deepEqual(await of("À convoquer", w.people.dario), ["propose"])
    assert.deepEqual(await of("À convoquer", w.people.ines), [])
  })

  it("says nothing of a meeting that is far away", async () => {
    await prepared("Lointaine", "2026-12-12")
    assert.deepEqual(await of("Lointaine", w.people.amina), [])
  })

  it("asks who was convened to answer, until they have", async () => {
    const meetingId = await prepared("À répondre", "2026-05-20")
    await invited(meetingId, w.dario)
    await at(meetingId, "convened")
    assert.deepEqual(await of("À répondre", w.people.dario), ["answer"])
    await w.look((db) =>
      db.updateTable("invitations").set({ answer: "excused" }).where("meeting_id", "=", meetingId).execute(),
    )
    assert.deepEqual(await of("À répondre", w.people.dario), [])
  })

  it("asks to answer what members proposed", async () => {
    const meetingId = await prepared("Avec proposition", "2026-06-20")
    await w.do(proposeItem, { meetingId, title: "Le marché", purpose: "discuss", minutes: 10 }, w.people.dario)
    assert.deepEqual(await of("Avec proposition", w.people.amina), ["proposals"])
  })

  it("asks to hold on the day, to close what is open, then to write, and the scribe alone once named", async () => {
    const meetingId = await prepared("Tenue", "2026-05-02")
    await at(meetingId, "convened")
    assert.deepEqual(await of("Tenue", w.people.amina), ["hold"])
    await at(meetingId, "open")
    assert.deepEqual(await of("Tenue", w.people.amina), ["close"])
    await at(meetingId, "closed")
    assert.deepEqual(await of("Tenue", w.people.amina), ["write"])
    await w.look((db) => db.updateTable("meetings").set({ scribe_id: w.dario }).where("id", "=", meetingId).execute())
    assert.deepEqual([await of("Tenue", w.people.amina), await of("Tenue", w.people.dario)], [[], ["write"]])
  })

  it("puts a drawer of unwritten minutes in one line", async () => {
    for (const day of ["2026-01-10", "2026-01-20", "2026-02-10", "2026-02-20", "2026-03-10"])
      await at(await prepared(`Ancienne du ${day}`, day), "closed")
    const { waiting } = await w.ask(readToday, {}, w.people.amina)
    const older = waiting.find(({ key }) => key === "meetings.waiting.write_older")!
    assert.deepEqual([older.facts!["count"], older.facts!["title"]], [2, "Ancienne du 2026-01-10"])
    assert.equal(waiting.filter(({ key }) => key === "meetings.waiting.write").length, 3)
  })

  it("lists tasks from two weeks before their day, late ones first", async () => {
    const task = (what: string, due: string) =>
      w.look((db) =>
        db
          .insertInto("tasks")
          .values({
            organisation_id: w.organisation,
            id: newId(),
            body_id: w.lisle,
            what,
            owner_id: w.dario,
            due: Temporal.PlainDate.from(due),
            created_at: w.now,
          } as never)
          .execute(),
      )
    await task("Bientôt", "2026-05-15")
    await task("En retard", "2026-04-20")
    await task("Plus tard", "2026-07-01")
    const { waiting } = await w.ask(readToday, {}, w.people.dario)
    const mine = waiting.filter(({ key }) => key === "tasks.waiting").map(({ facts }) => facts!["what"])
    assert.deepEqual(mine, ["En retard", "Bientôt"])
  })
})
