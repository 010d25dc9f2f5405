import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { sql } from "kysely"
import { inOrganisation } from "../../kernel/db.ts"
import { seal } from "../../kernel/seal.ts"
import { type World, world } from "../../../tests/world.ts"
import { giveTask } from "../tasks/contract.ts"
import { prepareMeeting } from "../meetings/prepare.ts"
import { journalAbout } from "./about.ts"
import { journalChain, journalVerify } from "./chain.ts"
import { listJournal } from "./list.ts"

describe("the journal", () => {
  let w: World
  before(async () => {
    w = await world()
    await w.do(
      prepareMeeting,
      { bodyId: w.lisle, title: "Assemblée de printemps", day: "2026-05-21", at: "19:30" },
      w.people.amina,
    )
    await w.do(giveTask, { bodyId: w.lisle, what: "Réserver la salle" }, w.people.amina)
  })
  after(() => w.end())

  it("says who did what, about what, the last first", async () => {
    const { rows } = await w.ask(listJournal, { kind: "tasks" }, w.people.amina)
    assert.deepEqual(
      rows.map(({ name, by, about }) => [name, by, about]),
      [["tasks.given", "Amina Belkacem", "Réserver la salle"]],
    )
    assert.ok((await w.ask(listJournal, {}, w.people.amina)).rows.some(({ name }) => name === "meetings.prepared"))
  })

  it("is read in the bodies where one holds it, and in no other", async () => {
    assert.deepEqual((await w.ask(listJournal, {}, w.people.dario)).rows, [])
    assert.deepEqual(
      (await w.ask(listJournal, {}, w.people.oscar)).rows.filter(({ body_name }) => !body_name),
      [],
    )
    const reader = await w.holding(["journal.read"], w.brume)
    assert.ok(!(await w.ask(listJournal, {}, reader)).rows.some(({ name }) => name === "tasks.given"))
    await assert.rejects(w.ask(journalChain, {}, w.people.dario), { code: "not_found" })
  })

  it("hides the words of what is confidential, not the fact", async () => {
    await w.do(giveTask, { bodyId: w.lisle, what: "Recevoir l’agent", confidential: true }, w.people.amina)
    const reader = await w.holding(["journal.read"])
    const { rows } = await w.ask(listJournal, { kind: "tasks" }, reader)
    assert.deepEqual(
      rows.map(({ about }) => about),
      [null, "Réserver la salle"],
    )
  })

  it("is read by day and by person, page after page", async () => {
    assert.deepEqual((await w.ask(listJournal, { to: "2026-05-01" }, w.people.amina)).rows, [])
    assert.deepEqual((await w.ask(listJournal, { personId: w.dario }, w.people.amina)).rows, [])
    const { rows } = await w.ask(listJournal, { from: "2026-05-02" }, w.people.amina)
    const first = await w.ask(listJournal, { from: "2026-05-02", limit: 1 }, w.people.amina)
    const second = await w.ask(listJournal, { from: "2026-05-02", limit: 1, after: first.next! }, w.people.amina)
    assert.deepEqual([first.rows[0]?.id, second.rows[0]?.id], [rows[0]?.id, rows[1]?.id])
  })

  it("tells what happened to one thing to whoever sees it", async () => {
    const { taskId } = await w.do(giveTask, { bodyId: w.lisle, what: "Afficher" }, w.people.amina)
    const { rows } = await w.ask(journalAbout, { kind: "task", id: taskId }, w.people.dario)
    assert.deepEqual(
      rows.map(({ name }) => name),
      ["tasks.given"],
    )
    await assert.rejects(w.ask(journalAbout, { kind: "task", id: taskId }, w.people.ines), { code: "not_found" })
  })

  it("holds together, and says where it was touched", async () => {
    await w.look((tx) => seal(tx, w.organisation))
    const { position, hash } = await w.ask(journalChain, {}, w.people.amina)
    const whole = await w.ask(journalVerify, {}, w.people.amina)
    assert.deepEqual([whole.events, whole.head, whole.brokenAt], [position, hash, null])
    await inOrganisation(w.db, w.organisation, (tx) =>
      sql`update events set facts = facts || '{"bodyId": null}' where position = 2`.execute(tx),
    )
    assert.equal((await w.ask(journalVerify, {}, w.people.amina)).brokenAt, 2)
  })
})
