import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { withPost } from "../../../../tests/letters.ts"
import { type World, world } from "../../../../tests/world.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import { system } from "../../../kernel/job.ts"
import { chooseLetters } from "../../people/letters/choose.ts"
import { correctExchange } from "../../counterparts/exchanges/correct.ts"
import { logExchange } from "../../counterparts/exchanges/log.ts"
import { addCounterpart } from "../../counterparts/file/add.ts"
import { addItem } from "../../meetings/agenda/add.ts"
import { changeItem } from "../../meetings/agenda/change.ts"
import { prepareMeeting } from "../../meetings/prepare.ts"
import { changeTask } from "../../tasks/change.ts"
import { giveTask } from "../../tasks/contract.ts"
import { finishTasks } from "../../tasks/finish.ts"
import { changeMatter } from "../change.ts"
import { closeMatter } from "../close.ts"
import { openMatter } from "../open.ts"
import { writeDigests } from "./digest.ts"
import { readWatchers } from "./read-watchers.ts"
import { watchMatter } from "./watch.ts"

const at = (wall: string) => Temporal.PlainDateTime.from(wall).toZonedDateTime("Europe/Brussels").toInstant()

describe("those who follow a matter", () => {
  let w: World
  let post: Awaited<ReturnType<typeof withPost>>
  before(async () => {
    w = await world()
    post = await withPost(w)
  })
  after(async () => {
    await post.stop()
    await w.end()
  })

  const opened = async (title: string, more: object = {}) =>
    (await w.do(openMatter, { bodyId: w.lisle, title, ...more }, w.people.amina)).matterId as string
  const task = (matterId: string, what: string, wall: string, more: object = {}) =>
    w.do(giveTask, { bodyId: w.lisle, what, ownerId: w.amina, matterId, ...more }, w.people.amina, { now: at(wall) })
  const told = (wall: string) =>
    inOrganisation(w.db, w.organisation, (db) =>
      writeDigests({ ...post.equipment, db, actor: system(w.organisation), now: at(wall) }),
    )
  const letters = async (to: string, wall: string) => {
    await post.send(at(wall))
    return post.peer.messagesTo(`${to}@lisle.example`)
  }

  it("are told at their pace of what was added since, in one letter, and of nothing twice", async () => {
    const [square, school] = [await opened("Place du Marché"), await opened("École du Pont")]
    await w.do(watchMatter, { matterId: square, pace: "day" }, w.people.dario)
    await w.do(watchMatter, { matterId: school, pace: "day" }, w.people.dario)
    assert.equal(await told("2026-05-03T08:00"), 0, "nothing is new")
    await task(square, "Mesurer la place", "2026-05-03T15:00")
    await task(school, "Compter les élèves", "2026-05-03T16:00")
    assert.equal(await told("2026-05-03T18:00"), 0, "not in the evening")
    assert.equal(await told("2026-05-04T06:50"), 0, "nor before seven")
    // Monday: Amina leads both and never chose.
    const both = await Promise.all([told("2026-05-04T07:10"), told("2026-05-04T07:10")])
    assert.deepEqual(both.toSorted(), [0, 2], "two processes tell once")
    assert.equal(await told("2026-05-04T08:10"), 0)
    const [mail, ...others] = await letters("dario", "2026-05-04T08:11")
    assert.equal(others.length, 0)
    assert.equal(mail!.subject, "Du nouveau dans 2 dossiers")
    assert.match(mail!.text!, /Mesurer la place/)
    assert.match(mail!.text!, /Compter les élèves/)
    assert.match(mail!.text!, new RegExp(`/dossiers/${square}`))
    assert.match(mail!.text!, /\/l\/v1\./)
    assert.equal((await letters("amina", "2026-05-04T08:12")).length, 1)
    await task(square, "Peindre les bancs", "2026-05-04T09:00")
    assert.equal(await told("2026-05-05T07:10"), 1, "Dario alone: Amina’s day is Monday")
    const [, second] = await letters("dario", "2026-05-05T07:11")
    assert.equal(second!.subject, "Du nouveau dans un dossier")
    assert.ok(!/Mesurer la place/.test(second!.text!))
  })

  it("are told at once who want it so, and no more once they stop, by matter or for all", async () => {
    const matterId = await opened("Le pont")
    await w.do(watchMatter, { matterId, pace: "now" }, w.people.dario)
    await task(matterId, "Appeler l’ingénieure", "2026-05-06T20:00")
    assert.equal(await told("2026-05-06T20:00:30"), 0, "what may still be written waits for the next time")
    assert.equal(await told("2026-05-06T20:05"), 1)
    assert.equal(await told("2026-05-06T20:10"), 0)
    await w.do(watchMatter, { matterId, pace: "never" }, w.people.dario)
    await task(matterId, "Encore", "2026-05-06T21:00")
    assert.equal(await told("2026-05-06T21:05"), 0)
    await w.do(watchMatter, { matterId, pace: "now" }, w.people.dario, { now: at("2026-05-06T22:00") })
    assert.equal(await told("2026-05-06T22:05"), 0, "what was there already is not told")
    await w.do(chooseLetters, { kind: "matters", wanted: false }, w.people.dario)
    await task(matterId, "Toujours", "2026-05-06T22:10")
    assert.equal(await told("2026-05-06T22:15"), 0)
    await w.do(chooseLetters, { kind: "matters", wanted: true }, w.people.dario)
    await w.do(closeMatter, { matterId }, w.people.amina)
    await task(await opened("Ailleurs"), "Rien", "2026-05-06T22:20")
    assert.equal(await told("2026-05-06T22:25"), 0)
  })

  it("read nothing confidential in a letter, and nothing at all of what they see no more", async () => {
    const [secret, open] = [
      await opened("Litige Zibeline", { confidential: true, leadId: w.amina }),
      await opened("Gare"),
    ]
    for (const matterId of [secret, open]) await w.do(watchMatter, { matterId, pace: "now" }, w.people.amina)
    await task(secret, "Écrire à Zibeline", "2026-05-07T10:00")
    await task(open, "Zibeline, encore", "2026-05-07T10:00", { confidential: true })
    await task(open, "Compter les trains", "2026-05-07T10:00")
    const before = (await letters("amina", "2026-05-07T10:01")).length
    assert.equal(await told("2026-05-07T10:05"), 1)
    const mail = (await letters("amina", "2026-05-07T10:06"))[before]!
    assert.ok(!/zibeline/i.test(mail.text! + mail.subject + mail.html))
    assert.match(mail.text!, /Un dossier confidentiel/)
    assert.match(mail.text!, /un élément confidentiel/)
    assert.match(mail.text!, new RegExp(`/dossiers/${secret}`))
    assert.match(mail.text!, /Compter les trains/)
    // Dario follows one that becomes confidential after it was queued.
    await w.do(watchMatter, { matterId: open, pace: "now" }, w.people.dario, { now: at("2026-05-07T10:10") })
    await task(open, "Compter les quais", "2026-05-07T10:20")
    assert.equal(await told("2026-05-07T10:25"), 2)
    const known = (await post.peer.messagesTo("dario@lisle.example")).length
    await w.do(changeMatter, { matterId: open, confidential: true }, w.people.amina)
    assert.equal((await letters("dario", "2026-05-07T10:26")).length, known)
    await assert.rejects(w.do(watchMatter, { matterId: open, pace: "day" }, w.people.dario), { code: "not_found" })
  })

  it("are told of what was there before and is hung on it today", async () => {
    const { amina, dario } = w.people
    const bodyId = w.lisle
    const counterpart = { bodyId, nature: "organisation", name: "Tivoli" }
    const { counterpartId } = await w.do(addCounterpart, counterpart, amina)
    const said = { kind: "meeting", on: "2026-04-20", about: "Le kiosque", theirsIds: [counterpartId] }
    const { exchangeId } = await w.do(logExchange, { bodyId, ...said }, amina)
    const { taskId } = await task(await opened("Autre"), "Ranger", "2026-05-03T10:00")
    const { meetingId } = await w.do(prepareMeeting, { bodyId, day: "2026-05-29", at: "20:00" }, amina)
    const { itemId } = await w.do(addItem, { meetingId, title: "Kermesse" }, amina)
    const matterId = await opened("Parc")
    await w.do(watchMatter, { matterId, pace: "now" }, dario, { now: at("2026-05-08T10:00") })
    const later = { now: at("2026-05-08T11:00") }
    await w.do(changeTask, { taskId, matterId }, amina, later)
    await w.do(changeItem, { itemId, matterId }, amina, later)
    await w.do(correctExchange, { exchangeId, ...said, matterId }, amina, later)
    const before = (await letters("dario", "2026-05-08T11:01")).length
    assert.equal(await told("2026-05-08T11:05"), 1)
    const mail = (await letters("dario", "2026-05-08T11:06"))[before]!
    assert.match(mail.text!, /Ranger/)
    assert.ok(!/kiosque/.test(mail.text!), "exchanges are not his to read")
    // An item is dated by its identifier, made at the hour the tests run: what is kept is looked at.
    const kept = await w.look((db) =>
      db.selectFrom("matter_attachments").select("thing_id").where("matter_id", "=", matterId).execute(),
    )
    assert.deepEqual(kept.map(({ thing_id }) => thing_id).toSorted(), [exchangeId, itemId, taskId].toSorted())
    await w.do(changeTask, { taskId, matterId, what: "Ranger tout" }, amina, { now: at("2026-05-08T12:00") })
    assert.equal(await told("2026-05-08T12:05"), 0, "what hung there already is not new")
    await w.do(finishTasks, { taskIds: [taskId] }, amina, { now: at("2026-05-08T13:00") })
    assert.equal(await told("2026-05-08T13:05"), 1)
    const done = (await letters("dario", "2026-05-08T13:06"))[before + 1]!
    assert.match(done.text!, /Ranger tout \(fait vendredi 8 mai\)/)
  })

  it("are named to whoever sees them, and a lead is told each week without asking", async () => {
    const matterId = await opened("La mare")
    await w.do(watchMatter, { matterId, pace: "day" }, w.people.dario)
    assert.deepEqual(await w.ask(readWatchers, { matterId }, w.people.dario), {
      mine: "day",
      names: ["Amina Belkacem"],
      unnamed: 0,
    })
    const { mine, names } = await w.ask(readWatchers, { matterId }, w.people.amina)
    assert.deepEqual([mine, names], ["week", ["Dario Lemmens"]])
    await assert.rejects(w.ask(readWatchers, { matterId }, w.people.ines), { code: "not_found" })
    await assert.rejects(w.do(watchMatter, { matterId, pace: "day" }, w.people.oscar), { code: "not_found" })
  })
})
