import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type World, world } from "../../../tests/world.ts"
import type { Actor } from "../../kernel/rule.ts"
import { newId } from "../../kernel/id.ts"
import { recordMandate } from "../mandates/record.ts"
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

  it("names the functions that wait for somebody to who records mandates, as something one could see to", async () => {
    const few = async (actor: Actor, body = w.lisle) =>
      (await w.ask(readToday, {}, actor)).could.find(
        ({ key, body_id }) => key === "mandates.waiting.few" && body_id === body,
      )?.facts
    const lacking = await w.look((db) =>
      db
        .selectFrom("functions")
        .select(["id", "name_n"])
        .where("body_id", "=", w.lisle)
        .where("holders_min", ">", 0)
        .where("key", "!=", "administrative-secretary")
        .orderBy("name_n")
        .execute(),
    )
    const first = (await few(w.people.amina))!
    assert.deepEqual(
      [first["count"], first["names"], first["more"]],
      [
        lacking.length,
        lacking
          .slice(0, 3)
          .map(({ name_n }) => name_n)
          .join(", "),
        lacking.length - 3,
      ],
    )
    assert.deepEqual([await few(w.people.dario), await few(w.people.ines, w.brume)], [undefined, undefined])
    const [ended, held] = lacking
    await w.look((db) =>
      db
        .updateTable("functions")
        .set({ ended_on: Temporal.PlainDate.from("2026-05-01") })
        .where("id", "=", ended!.id)
        .execute(),
    )
    assert.equal((await few(w.people.amina))!["count"], lacking.length - 1, "nobody is sought for one that has ended")
    const mandate = { personId: w.dario, functionId: held!.id, origin: "vote", note: null }
    await w.do(recordMandate, { ...mandate, since: "2026-05-03", until: null }, w.people.amina)
    assert.equal((await few(w.people.amina))!["count"], lacking.length - 1, "not held before its day")
    await w.do(recordMandate, { ...mandate, since: "2026-05-01", until: "2026-05-02" }, w.people.amina)
    const { min } = await w.look((db) =>
      db.selectFrom("functions").select("holders_min as min").where("id", "=", held!.id).executeTakeFirstOrThrow(),
    )
    assert.equal(min, 1)
    assert.equal((await few(w.people.amina))!["count"], lacking.length - 2)
  })

  it("says which minutes no meeting will approve, until one is prepared", async () => {
    const circulated = async (day: string) => {
      const meetingId = await prepared(`Diffusée du ${day}`, day)
      await at(meetingId, "closed")
      await w.look((db) =>
        db
          .insertInto("minutes")
          .values({ organisation_id: w.organisation, meeting_id: meetingId, state: "circulated" } as never)
          .execute(),
      )
    }
    const waiting = async (actor: Actor) =>
      (await w.ask(readToday, {}, actor)).could
        .filter(({ key }) => key === "meetings.waiting.approve")
        .map(({ facts }) => facts!["title"])
    // Those of the other tests are to come, and would approve these.
    await w.look((db) =>
      db.updateTable("meetings").set({ state: "cancelled" }).where("state", "!=", "closed").execute(),
    )
    for (const day of ["2026-01-05", "2026-02-05", "2026-03-05", "2026-04-05"]) await circulated(day)
    const newest = ["2026-04-05", "2026-03-05", "2026-02-05"].map((day) => `Diffusée du ${day}`)
    assert.deepEqual(await waiting(w.people.amina), newest, "three lines say enough")
    const other = await w.holding(["people.manage", "mandates.manage"])
    assert.deepEqual(await waiting(other), [], "who cannot prepare a meeting can do nothing about it")
    const next = await prepared("La prochaine", "2026-09-01")
    assert.deepEqual(await waiting(w.people.amina), [])
    await w.look((db) => db.updateTable("meetings").set({ state: "cancelled" }).where("id", "=", next).execute())
    assert.deepEqual(await waiting(w.people.amina), newest)
  })
})
