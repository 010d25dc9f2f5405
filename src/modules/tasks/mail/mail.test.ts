import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { sql } from "kysely"
import { inOrganisation } from "../../../kernel/db.ts"
import { system } from "../../../kernel/job.ts"
import { withPost } from "../../../../tests/letters.ts"
import { type World, world } from "../../../../tests/world.ts"
import { changeTask } from "../change.ts"
import { finishTasks } from "../finish.ts"
import { giveTask } from "../give.ts"
import { readTask } from "../read-task.ts"
import { chooseLetters } from "../../people/letters/choose.ts"
import { stopRoutes } from "../../people/letters/stop-page.ts"
import { doneRoutes } from "./done-page.ts"
import { writeOfTask } from "./given.ts"
import { doneLink } from "./links.ts"
import { remindDue } from "./remind.ts"
import { heard, understood } from "./reply.ts"

describe("a task by mail", () => {
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

  const given = async (more = {}) =>
    (await w.do(giveTask, { bodyId: w.lisle, what: "Réserver la salle", ownerId: w.dario, ...more }, w.people.amina))
      .taskId
  const on = (day: string) =>
    inOrganisation(w.db, w.organisation, (db) =>
      remindDue({
        ...post.equipment,
        db,
        actor: system(w.organisation),
        now: Temporal.Instant.from(`${day}T05:15:00Z`),
      }),
    )
  const stateOf = async (taskId: string) => (await w.ask(readTask, { taskId }, w.people.amina)).task.state
  const asked = (params: Record<string, string>) => ({
    params,
    query: {},
    body: {},
    headers: {},
    cookies: {},
    ip: "127.0.0.1",
    files: async function* () {},
    actor: async () => undefined,
    db: w.db,
    equipment: post.equipment,
  })
  const open = (path: string, body: Record<string, string> = {}) =>
    doneRoutes[Object.keys(body).length ? 1 : 0]!.handle({ ...asked({ token: path.split("/t/")[1]! }), body })
  const isOf = (word: string) => (mail: { subject?: string | undefined }) => mail.subject?.includes(word) ?? false
  const linkOf = (taskId: string, personId = w.dario) =>
    doneLink(post.equipment, { organisation: w.organisation, taskId, personId })

  it("is reminded three days before, on the day, the day after and each week, once a day", async () => {
    await given({ due: "2026-06-10" })
    const days = [
      "2026-06-06",
      "2026-06-07",
      "2026-06-07",
      "2026-06-08",
      "2026-06-10",
      "2026-06-11",
      "2026-06-12",
      "2026-06-17",
    ]
    const left: number[] = []
    for (const day of days) left.push(await on(day))
    assert.deepEqual(left, [0, 1, 0, 0, 1, 1, 0, 1])
  })

  it("leaves as a letter with its link, unless it is done by then", async () => {
    const [, gone] = [
      await given({ due: "2026-09-01", what: "Peindre" }),
      await given({ due: "2026-09-01", what: "Poncer" }),
    ]
    assert.equal(await on("2026-09-01"), 2)
    await w.do(finishTasks, { taskIds: [gone] }, w.people.amina)
    await post.send(Temporal.Instant.from("2026-09-01T06:00:00Z"))
    const mails = await post.peer.messagesTo("dario@lisle.example")
    assert.deepEqual(
      mails.map(({ subject }) => subject).filter((subject) => /Peindre|Poncer/.test(subject!)),
      ["À faire\u00a0: Peindre"],
    )
    assert.match(mails.find(({ subject }) => subject!.includes("Peindre"))!.text!, /\/t\/v1\./)
  })

  it("is finished from the page of its link by the form, not by opening it", async () => {
    const taskId = await given()
    const seen = await open(linkOf(taskId))
    assert.match(String(seen.body), /Réserver la salle/)
    assert.equal(await stateOf(taskId), "open")
    assert.equal((await open(linkOf(taskId), { done: "1", word: "Clé chez Jean" })).status, 303)
    const { task, notes } = await w.ask(readTask, { taskId }, w.people.amina)
    assert.deepEqual([task.state, task.done_by_name, notes[0]?.text], ["done", "Dario Lemmens", "Clé chez Jean"])
    assert.equal((await open(linkOf(taskId), { done: "1" })).status, 409)
  })

  it("opens to no forged link, and no longer to who handed it over", async () => {
    const taskId = await given()
    assert.equal((await open(`${linkOf(taskId)}x`)).status, 404)
    assert.equal((await open(linkOf(taskId, w.ines))).status, 404)
    await w.do(changeTask, { taskId, ownerId: w.amina }, w.people.amina)
    assert.equal((await open(linkOf(taskId))).status, 404)
  })

  // What the queue does after the event, with the event it answers to.
  const written = async (taskId: string, ownerId: string, at = w.now) => {
    const event = await w.look((db) =>
      db
        .selectFrom("events")
        .select("id")
        .where("name", "in", ["tasks.given", "tasks.handedOver"])
        .where((one) => one(sql`facts->>'taskId'`, "=", taskId))
        .orderBy("id", "desc")
        .executeTakeFirstOrThrow(),
    )
    const before = await sendings(taskId)
    await inOrganisation(w.db, w.organisation, (db) =>
      writeOfTask({ taskId, ownerId }, { ...post.equipment, db, actor: system(w.organisation, event.id), now: at }),
    )
    return (await sendings(taskId)) - before
  }
  const sendings = async (taskId: string) =>
    (await w.look((db) => db.selectFrom("sendings").select("id").where("task_id", "=", taskId).execute())).length

  it("is told by letter to who was given it by somebody else, once, with the link to say that it is done", async () => {
    const taskId = await given({ what: "Porter les chaises" })
    assert.equal(await written(taskId, w.dario), 1)
    assert.equal(await written(taskId, w.dario), 0, "the queue may bring the same event twice")
    await post.send(w.now)
    assert.deepEqual(await post.peer.messagesTo("dario@lisle.example").then((all) => all.filter(isOf("chaises"))), [])
    await post.send(w.now.add({ minutes: 11 }))
    const [mail] = (await post.peer.messagesTo("dario@lisle.example")).filter(isOf("chaises"))
    assert.equal(mail!.subject, "Amina Belkacem vous confie\u00a0: Porter les chaises")
    assert.match(mail!.text!, /\/t\/v1\./)
    assert.match(mail!.text!, /\/l\/v1\./)
  })

  it("is told by no letter to who took it, nor of what is long past, nor to who wants none", async () => {
    const own = await w.do(giveTask, { bodyId: w.lisle, what: "Seul", ownerId: w.dario }, w.people.dario)
    assert.equal(await written(own.taskId, w.dario), 0)
    const old = await given()
    assert.equal(await written(old, w.dario, w.now.add({ hours: 48 })), 0)
    await w.do(chooseLetters, { kind: "task", wanted: false }, w.people.dario)
    assert.equal(await written(await given(), w.dario), 0)
    await w.do(chooseLetters, { kind: "task", wanted: true }, w.people.dario)
    assert.equal(await written(await given(), w.dario), 1)
  })

  it("is no longer told by letter once its link was followed and the button pressed", async () => {
    await given({ what: "Ranger la cave" }).then((taskId) => written(taskId, w.dario))
    await post.send(w.now.add({ minutes: 11 }))
    const [mail] = (await post.peer.messagesTo("dario@lisle.example")).filter(isOf("cave"))
    const token = /\/l\/(\S+)/.exec(mail!.text!)![1]!
    const through = (route: number, body: Record<string, string>) =>
      stopRoutes[route]!.handle({ ...asked({ token }), body })
    assert.match(String((await through(0, {})).body), /Ne plus les recevoir/)
    assert.equal(await written(await given(), w.dario), 1, "opening changes nothing")
    await through(1, { wanted: "0" })
    assert.equal(await written(await given(), w.dario), 0)
    await through(1, { wanted: "1" })
    assert.equal((await stopRoutes[0]!.handle(asked({ token: `${token}x` }))).status, 404)
  })

  it("understands « fait » at the head of an answer only", () => {
    for (const text of ["Fait", "fait !", "C’est fait.", "c'est fait", "OK, fait", "Terminé", "done", "Faite hier"])
      assert.equal(understood(text).isDone, true, text)
    for (const text of ["Pas encore fait", "Fait pas encore", "Je le fais demain", "Faites-le vous-même", ""])
      assert.equal(understood(text).isDone, false, text)
    assert.equal(understood("Fait, la clé est chez Jean").words, "la clé est chez Jean")
  })

  it("is finished by the answer « fait », and keeps any other answer as a note, once", async () => {
    const taskId = await given()
    const answer = (text: string) =>
      inOrganisation(w.db, w.organisation, (db) =>
        heard(
          {
            sending: { task_id: taskId, person_id: w.dario } as never,
            message: { kind: "human", text, attachments: [] } as never,
          },
          { ...post.equipment, db, actor: system(w.organisation), now: w.now },
        ),
      )
    await answer("Jeudi, promis")
    await answer("Jeudi, promis")
    assert.equal(await stateOf(taskId), "open")
    await answer("Fait")
    await answer("Fait")
    const { task, notes } = await w.ask(readTask, { taskId }, w.people.amina)
    assert.equal(task.state, "done")
    assert.deepEqual(
      notes.map(({ text }) => text),
      ["Jeudi, promis"],
    )
  })
})
