import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { withPost } from "../../../tests/letters.ts"
import { type World, world } from "../../../tests/world.ts"
import { inOrganisation } from "../../kernel/db.ts"
import { system } from "../../kernel/job.ts"
import { chooseLetters } from "../people/letters/choose.ts"
import { changeMatter } from "../matters/change.ts"
import { openMatter } from "../matters/open.ts"
import { finishTasks, giveTask } from "../tasks/contract.ts"
import { writeWeek } from "./week-letter.ts"

describe("the week by letter", () => {
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
  const at = (wall: string) => Temporal.PlainDateTime.from(wall).toZonedDateTime("Europe/Brussels").toInstant()
  const on = (wall: string) =>
    inOrganisation(w.db, w.organisation, (db) =>
      writeWeek({ ...post.equipment, db, actor: system(w.organisation), now: at(wall) }),
    )

  it("leaves on Monday morning, once, to whom something waits for, and to nobody else", async () => {
    assert.equal(await on("2026-05-04T07:10"), 0, "nothing waits")
    const { taskId } = await w.do(
      giveTask,
      { bodyId: w.lisle, what: "Porter les chaises", ownerId: w.dario, due: "2026-05-06" },
      w.people.amina,
    )
    for (const wall of ["2026-05-03T08:10", "2026-05-04T06:10", "2026-05-04T13:10", "2026-05-05T07:10"])
      assert.equal(await on(wall), 0, wall)
    assert.equal(await on("2026-05-04T07:10"), 1)
    assert.equal(await on("2026-05-04T08:10"), 0)
    await post.send(at("2026-05-04T08:11"))
    const [mail] = await post.peer.messagesTo("dario@lisle.example")
    assert.equal(mail!.subject, "Votre semaine")
    assert.match(mail!.text!, /Porter les chaises \(dernier jour.*6 mai/)
    assert.match(mail!.text!, /\/l\/v1\./)
    await w.do(finishTasks, { taskIds: [taskId] }, w.people.dario)
    assert.equal(await on("2026-05-11T07:10"), 0)
  })

  it("says nothing of what is confidential: mail is read on the way", async () => {
    const secret = { bodyId: w.lisle, title: "Zibeline", leadId: w.amina, confidential: true }
    const { matterId } = await w.do(openMatter, secret, w.people.amina)
    const change = { matterId, nextStep: "Appeler la zibeline", nextOn: "2026-06-03" }
    await w.do(changeMatter, { ...change, leadId: w.amina, confidential: true }, w.people.amina)
    assert.equal(await on("2026-06-01T07:10"), 1)
    await post.send(at("2026-06-01T07:11"))
    const mail = (await post.peer.messagesTo("amina@lisle.example")).at(-1)!
    assert.match(mail.text!, /Quelque chose de confidentiel vous attend \(dernier jour.*3 juin/)
    assert.doesNotMatch(mail.text! + String(mail.html), /zibeline/i)
    await w.do(changeMatter, { ...change, leadId: w.amina, nextStep: null, nextOn: null }, w.people.amina)
  })

  it("does not leave to who wants none, nor when all was done before it left", async () => {
    const give = async () =>
      (await w.do(giveTask, { bodyId: w.lisle, what: "Encore", ownerId: w.dario, due: "2026-05-20" }, w.people.amina))
        .taskId
    const taskId = await give()
    await w.do(chooseLetters, { kind: "week", wanted: false }, w.people.dario)
    assert.equal(await on("2026-05-18T07:10"), 0)
    await w.do(chooseLetters, { kind: "week", wanted: true }, w.people.dario)
    assert.equal(await on("2026-05-18T08:10"), 1)
    await w.do(finishTasks, { taskIds: [taskId] }, w.people.dario)
    const before = (await post.peer.messagesTo("dario@lisle.example")).length
    await post.send(at("2026-05-18T08:11"))
    assert.equal((await post.peer.messagesTo("dario@lisle.example")).length, before)
  })
})
