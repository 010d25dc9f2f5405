import assert from "node:assert/strict"
import { glob, readFile } from "node:fs/promises"
import { join } from "node:path"
import { text } from "node:stream/consumers"
import type { Readable } from "node:stream"
import { after, before, describe, it } from "node:test"
import { type World, world } from "../../../tests/world.ts"
import type { Actor } from "../../kernel/rule.ts"
import { giveTask } from "../tasks/contract.ts"
import { recordExport } from "./make.ts"
import { readExportRights } from "./rights.ts"
import { exportRoutes } from "./route.ts"
import { lists } from "./tables-out.ts"
import en from "./words/en.json" with { type: "json" }
import fr from "./words/fr.json" with { type: "json" }
import { addSittingItem } from "../sittings/items/add.ts"
import { takePosition } from "../sittings/items/take-position.ts"
import { recordSitting } from "../sittings/record.ts"

const root = join(import.meta.dirname, "../../..")

describe("exports", () => {
  let w: World
  before(async () => {
    w = await world()
    await w.do(giveTask, { bodyId: w.lisle, what: "=1+1;cmd", ownerId: w.amina, due: "2026-06-01" }, w.people.amina)
  })
  after(() => w.end())

  const take = (file: string, query: Record<string, string>, actor: Actor | undefined) =>
    exportRoutes[0]!.handle({
      params: { file },
      query,
      body: {},
      headers: {},
      cookies: {},
      ip: "127.0.0.1",
      files: async function* () {},
      actor: async () => actor,
      db: w.db,
      equipment: w.equipment,
    })
  const tasksOf = (bodyId: string) => ({ view: "body", bodyId })

  it("gives a list as CSV, a formula as a text", async () => {
    const { type, body } = await take("tasks.csv", tasksOf(w.lisle), w.people.amina)
    assert.match(type!, /^text\/csv/)
    const [head, first] = (await text(body as Readable)).split("\r\n")
    assert.match(head!, /^\ufeffQuoi;Qui;/)
    assert.match(first!, /^"'=1\+1;cmd";Amina Belkacem;;2026-06-01;à faire;/)
  })

  it("gives every list in both forms", async () => {
    for (const what of ["tasks", "decisions", "matters", "people", "search", "attendance"])
      for (const format of ["csv", "xlsx"]) {
        const { status, body } = await take(`${what}.${format}`, { bodyId: w.lisle, q: "salle" }, w.people.amina)
        assert.equal(status ?? 200, 200)
        assert.ok(body)
      }
  })

  it("names the file of each list in words", async () => {
    for (const what of lists)
      for (const words of [fr, en]) assert.ok(`exports.list.${what}` in words, `exports.list.${what} has no words`)
  })

  it("gives people as contact cards, those alone whose contact details one reads", async () => {
    const cardsFor = async (actor: Actor) =>
      text((await take("people.vcf", { bodyId: w.lisle }, actor)).body as Readable)
    const read = await cardsFor(w.people.amina)
    assert.match(
      read,
      /BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Dario Lemmens\r\nN:Lemmens;Dario;;;\r\nEMAIL;TYPE=INTERNET:dario@/,
    )
    const names = await cardsFor(await w.holding(["exports.make"]))
    assert.ok(!names.includes("dario@"))
    await assert.rejects(take("tasks.vcf", tasksOf(w.lisle), w.people.amina), { code: "not_found" })
    await assert.rejects(take("people.vcf", { bodyId: w.lisle }, w.people.dario), { code: "not_allowed" })
  })

  it("is written in the journal, with what was taken and how much", async () => {
    await take("tasks.xlsx", tasksOf(w.lisle), w.people.amina)
    const last = await w.look((db) =>
      db
        .selectFrom("events")
        .selectAll()
        .where("name", "=", "exports.made")
        .orderBy("id", "desc")
        .limit(1)
        .executeTakeFirstOrThrow(),
    )
    assert.deepEqual(last.facts, { what: "tasks", format: "xlsx", rows: 1, bodyId: w.lisle })
    assert.equal(last.actor_id, w.amina)
  })

  it("has the items of a sitting with our vote and what became of them", async () => {
    const { sittingId } = await w.do(
      recordSitting,
      {
        bodyId: w.lisle,
        assembly: { name: "Conseil", kind: "other" },
        title: "Conseil de mai",
        day: "2026-05-21",
        at: "20:00",
      },
      w.people.amina,
    )
    const { itemId } = await w.do(addSittingItem, { sittingId, number: "7", title: "Plan vélo" }, w.people.amina)
    await w.do(takePosition, { itemId, stance: "for" }, w.people.amina)
    const asked = { sittingId: String(sittingId) }
    const taken = async (query: Record<string, string>, actor: Actor) =>
      text((await take("sittings.csv", query, actor)).body as Readable)
    assert.match(
      await taken({ ...asked, bodyId: w.lisle }, w.people.amina),
      /Conseil de mai;2026-05-21;7;Plan vélo;.*pour/,
    )
    const elsewhere = await w.holding(["exports.make"], w.brume)
    assert.doesNotMatch(await taken({ ...asked, bodyId: w.brume }, elsewhere), /Plan vélo/)
  })

  it("is refused to who may not take lists away, and to who is not signed in", async () => {
    await assert.rejects(take("tasks.csv", tasksOf(w.lisle), w.people.dario), { code: "not_allowed" })
    await assert.rejects(take("tasks.csv", {}, w.people.dario), { code: "not_allowed" })
    await assert.rejects(take("tasks.csv", tasksOf(w.lisle), undefined), { code: "not_signed_in" })
    await take("tasks.csv", tasksOf(w.lisle), await w.holding(["exports.make"]))
  })

  it("is offered to those alone who may take it, here or anywhere", async () => {
    const offered = async (actor: Actor, more: object = {}) =>
      (await w.ask(readExportRights, more, actor)).may["exports.make"]
    const here = { bodyId: w.lisle }
    assert.deepEqual([await offered(w.people.amina, here), await offered(w.people.amina)], [true, true])
    assert.deepEqual([await offered(w.people.dario, here), await offered(w.people.dario)], [false, false])
    const elsewhere = await w.holding(["exports.make"], w.brume)
    assert.deepEqual([await offered(elsewhere, here), await offered(elsewhere)], [false, true])
    // A page names no file of its own: it would offer it to whom it is refused.
    for await (const path of glob("src/**/*.{ts,tsx}", { cwd: root }))
      if (!path.endsWith(".test.ts") && /["'`]\/exports\//.test(await readFile(join(root, path), "utf8")))
        assert.ok(["src/shell/exports.ts", "src/modules/exports/route.ts"].includes(path), path)
  })

  it("answers what does not exist, or is badly asked, with a sentence", async () => {
    for (const name of ["passwords.csv", "tasks.exe", "../tasks.csv"])
      await assert.rejects(take(name, {}, w.people.amina), { code: "not_found" })
    await assert.rejects(
      take("tasks.csv", { ...tasksOf(w.lisle), view: "all" }, w.people.amina),
      (error: any) => error.issues.length === 1,
    )
  })

  it("are recorded by no other way than the right one", async () => {
    await assert.rejects(
      w.do(recordExport, { what: "tasks", format: "csv", rows: 1, bodyId: w.lisle }, w.people.dario),
      { code: "not_allowed" },
    )
  })
})
