import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { trio } from "../../../tests/trio.ts"
import { openMatter } from "../matters/open.ts"
import { type World, world } from "../../../tests/world.ts"
import { noteTask } from "./add-note.ts"
import { changeTask } from "./change.ts"
import { dropTasks } from "./drop.ts"
import { finishTasks } from "./finish.ts"
import { giveTask } from "./give.ts"
import { listTasks } from "./list.ts"
import { openTasksOf } from "./open-tasks.ts"
import { readTask } from "./read-task.ts"
import { reopenTasks } from "./reopen.ts"
import { takeTask } from "./take.ts"

describe("tasks", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const given = async (more = {}, actor = w.people.amina) =>
    (await w.do(giveTask, { bodyId: w.lisle, what: "Écrire au bourgmestre", ...more }, actor)).taskId
  const done = async () => {
    const taskId = await given()
    await w.do(finishTasks, { taskIds: [taskId] }, w.people.amina)
    return taskId
  }
  const mine = async (more = {}) => (await w.ask(listTasks, { view: "mine", ...more }, w.people.dario)).rows

  trio(
    () => w,
    [
      {
        command: giveTask,
        capability: "tasks.manage",
        input: () => ({ bodyId: w.lisle, what: "Réserver la salle", ownerId: w.amina }),
      },
      {
        command: changeTask,
        capability: "tasks.manage",
        input: async () => ({ taskId: await given(), due: "2026-06-01" }),
      },
      { command: noteTask, capability: "tasks.manage", input: async () => ({ taskId: await given(), text: "Écrit." }) },
      { command: finishTasks, capability: "tasks.manage", input: async () => ({ taskIds: [await given()] }) },
      { command: reopenTasks, capability: "tasks.manage", input: async () => ({ taskIds: [await done()] }) },
      { command: dropTasks, capability: "tasks.manage", input: async () => ({ taskIds: [await given()] }) },
    ],
  )

  it("are charged to oneself by any member, to another by mandate only", async () => {
    await given({ ownerId: w.dario }, w.people.dario)
    await assert.rejects(given({ ownerId: w.amina }, w.people.dario), { code: "not_allowed" })
    await assert.rejects(given({ ownerId: w.ines }, w.people.ines), { code: "not_allowed" })
  })

  it("are taken by a member when nobody has them, by one of two who reach at once, never by a stranger", async () => {
    const taskId = await given()
    const untaken = async () => (await w.ask(listTasks, { view: "untaken" }, w.people.dario)).rows.map(({ id }) => id)
    assert.ok((await untaken()).includes(taskId))
    for (const stranger of [w.people.ines, w.people.oscar])
      await assert.rejects(w.do(takeTask, { taskId }, stranger), { code: "not_found" })
    const both = await Promise.allSettled(
      [w.people.dario, w.people.amina].map((one) => w.do(takeTask, { taskId }, one)),
    )
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"])
    assert.ok(!(await untaken()).includes(taskId))
    const held = await given({ ownerId: w.dario })
    await assert.rejects(w.do(takeTask, { taskId: held }, w.people.amina), { code: "tasks.already_taken" })
  })

  it("are finished by whoever does them or helps, with a word that is kept", async () => {
    const taskId = await given({ helperIds: [w.dario], ownerId: w.amina })
    await w.do(finishTasks, { taskIds: [taskId], word: "Réponse reçue." }, w.people.dario)
    const { task, notes, helpers } = await w.ask(readTask, { taskId }, w.people.dario)
    assert.equal(task.state, "done")
    assert.equal(task.done_by_name, "Dario Lemmens")
    assert.deepEqual(
      notes.map(({ text, by }) => [text, by]),
      [["Réponse reçue.", "Dario Lemmens"]],
    )
    assert.deepEqual(
      helpers.map(({ name }) => name),
      ["Dario Lemmens"],
    )
  })

  it("are finished once when two say so at the same moment", async () => {
    const taskId = await given({ ownerId: w.dario })
    const tries = await Promise.allSettled([
      w.do(finishTasks, { taskIds: [taskId] }, w.people.dario),
      w.do(finishTasks, { taskIds: [taskId] }, w.people.amina),
    ])
    assert.deepEqual(tries.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"])
    const refused = tries.find((one) => one.status === "rejected") as PromiseRejectedResult
    assert.equal(refused.reason.code, "tasks.already_done")
  })

  it("are finished all together or not at all", async () => {
    const [one, two] = [await given({ ownerId: w.dario }), await done()]
    await assert.rejects(w.do(finishTasks, { taskIds: [one, two] }, w.people.amina), { code: "tasks.already_done" })
    assert.equal((await w.ask(readTask, { taskId: one }, w.people.dario)).task.state, "open")
  })

  it("change hands and day, and say so", async () => {
    const taskId = await given({ ownerId: w.amina, due: "2026-05-10", what: "Afficher" })
    await w.do(changeTask, { taskId, ownerId: w.dario, due: "2026-05-20" }, w.people.amina)
    const names = await w.look((db) =>
      db
        .selectFrom("events")
        .select(["name", "facts"])
        .where("name", "in", ["tasks.handedOver", "tasks.postponed"])
        .execute(),
    )
    assert.deepEqual(
      names.filter(({ facts }) => facts["taskId"] === taskId).map(({ name }) => name),
      ["tasks.handedOver", "tasks.postponed"],
    )
    assert.deepEqual((await mine({ q: "affiche" }))[0]?.id, taskId)
  })

  it("are late the day after their day, not on it", async () => {
    const taskId = await given({ ownerId: w.dario, due: "2026-05-02", what: "Pour aujourd’hui" })
    const late = async (at: string) =>
      (await w.ask(listTasks, { view: "late" }, w.people.dario, Temporal.Instant.from(at))).rows.map(({ id }) => id)
    assert.ok(!(await late("2026-05-02T20:00:00Z")).includes(taskId))
    assert.ok((await late("2026-05-03T20:00:00Z")).includes(taskId))
  })

  it("stay unseen when confidential, but to those who do them and those entitled", async () => {
    const taskId = await given({ confidential: true, what: "Recevoir l’agent" })
    await assert.rejects(w.ask(readTask, { taskId }, w.people.dario), { code: "not_found" })
    await assert.rejects(w.do(noteTask, { taskId, text: "?" }, w.people.dario), { code: "not_found" })
    await w.ask(readTask, { taskId }, await w.holding(["confidential.read"]))
    await w.do(changeTask, { taskId, ownerId: w.dario }, w.people.amina)
    await w.ask(readTask, { taskId }, w.people.dario)
  })

  it("are unseen by another body, and refuse a place or a person from elsewhere", async () => {
    const taskId = await given()
    await assert.rejects(w.ask(readTask, { taskId }, w.people.ines), { code: "not_found" })
    await assert.rejects(given({ meetingId: taskId }), (error: any) => error.issues[0].code === "not_of_this_body")
    await assert.rejects(given({ ownerId: taskId }), { code: "not_found" })
  })

  it("that are not done go to the next agenda, the most urgent first", async () => {
    const [later, soon, over] = [
      await given({ due: "2026-07-01" }),
      await given({ due: "2026-05-03" }),
      await given({ due: "2026-05-01" }),
    ]
    await w.do(dropTasks, { taskIds: [over], word: "Sans objet." }, w.people.amina)
    const open = (await w.look((db) => openTasksOf(w.lisle, db))).map(({ id }) => id)
    assert.ok(open.indexOf(soon) < open.indexOf(later) && !open.includes(over))
  })

  it("come page after page, each once", async () => {
    const seen: string[] = []
    let after_: string | undefined
    do {
      const page = await w.ask(
        listTasks,
        { view: "body", bodyId: w.lisle, state: "all", limit: 3, after: after_ },
        w.people.amina,
      )
      seen.push(...page.rows.map(({ id }) => id))
      after_ = page.next ?? undefined
    } while (after_)
    assert.equal(new Set(seen).size, seen.length)
    assert.equal(
      (await w.ask(listTasks, { view: "body", bodyId: w.lisle, state: "all" }, w.people.amina)).total,
      seen.length,
    )
  })

  it("are hung on a matter afterwards, and become confidential with it", async () => {
    const open = async (more: object) =>
      (await w.do(openMatter, { bodyId: w.lisle, title: "Piscine", ...more }, w.people.amina)).matterId
    const { taskId } = await w.do(giveTask, { bodyId: w.lisle, what: "Appeler", note: "Au sud" }, w.people.amina)
    const keeper = await w.holding(["tasks.manage"])
    await w.do(changeTask, { taskId, matterId: await open({}) }, keeper)
    assert.equal((await w.ask(readTask, { taskId }, w.people.dario)).task.matter_title, "Piscine")
    const secret = await open({ confidential: true })
    await assert.rejects(w.do(changeTask, { taskId, matterId: secret }, keeper), /not_of_this_body/)
    await w.do(changeTask, { taskId, matterId: secret }, w.people.amina)
    await assert.rejects(w.ask(readTask, { taskId }, w.people.dario), { code: "not_found" })
    assert.equal((await w.ask(readTask, { taskId }, w.people.amina)).task.note, "Au sud")
  })
})
