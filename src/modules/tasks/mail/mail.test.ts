import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { inOrganisation } from "../../../kernel/db.ts"
import { system } from "../../../kernel/job.ts"
import { withPost } from "../../../../tests/letters.ts"
import { type World, world } from "../../../../tests/world.ts"
import { changeTask } from "../change.ts"
import { finishTasks } from "../finish.ts"
import { giveTask } from "../give.ts"
import { readTask } from "../read-task.ts"
import { doneRoutes } from "./done-page.ts"
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
  const open = (path: string, body: Record<string, string> = {}) =>
    doneRoutes[Object.keys(body).length ? 1 : 0]!.handle({
      params: { token: path.split("/t/")[1]! },
      query: {},
      body,
      headers: {},
      cookies: {},
      ip: "127.0.0.1",
      files: async function* () {},
      actor: async () => undefined,
      db: w.db,
      equipment: post.equipment,
    })
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
