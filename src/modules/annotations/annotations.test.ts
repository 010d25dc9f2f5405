import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { sql } from "kysely"
import { reportPdf } from "../../../tests/journeys/reports.ts"
import { type World, world } from "../../../tests/world.ts"
import { inOrganisation } from "../../kernel/db.ts"
import { eraseHeld, heldOf } from "../../kernel/held-of.ts"
import { system } from "../../kernel/job.ts"
import { keepFile } from "../documents/contract.ts"
import { readPaper } from "../sittings/receive/read-paper.ts"
import { receivePapers } from "../sittings/receive/receive.ts"
import { unpack } from "../sittings/receive/unpack.ts"
import { recordSitting } from "../sittings/record.ts"
import { carryNotes } from "./carry.ts"
import { changeAnnotation } from "./change.ts"
import { readAnnotatedPaper } from "./read-paper.ts"
import { removeAnnotation } from "./remove.ts"
import { replyToAnnotation } from "./reply.ts"
import { settleAnnotation } from "./settle.ts"
import { writeAnnotation } from "./write.ts"

const first = [["Article 1", "La Région verse une aide de dix mille euros."], ["Le comité se réunit deux fois."]]
const second = [["Préambule"], ["Article 1", "La Région verse une aide", "de dix mille euros."], ["Le comité cesse."]]

describe("the annotations of a paper", () => {
  let w: World
  let sittingId: string
  before(async () => {
    w = await world()
    const assembly = { name: "Conseil", kind: "other" }
    ;({ sittingId } = await w.do(
      recordSitting,
      { bodyId: w.lisle, assembly, title: "Conseil", day: "2026-06-10", at: "20:00" },
      w.people.amina,
    ))
  })
  after(() => w.end())

  const within = <T>(work: (circumstances: any) => Promise<T>, now = w.now) =>
    inOrganisation(w.db, w.organisation, (db) =>
      work({ ...w.equipment, actor: { ...system(w.organisation), personId: w.amina }, now, db }),
    )
  /** A report that comes for the sitting, read. */
  const came = async (name: string, pages: readonly (readonly string[])[], minutes: number) => {
    const now = w.now.add({ minutes })
    const fileId = await within(async (all) => {
      const id = await keepFile({ bodyId: w.lisle, name, content: reportPdf(pages) }, all)
      await all.db
        .updateTable("files")
        .set({ text: pages.flat().join(" "), pages: 2 })
        .where("id", "=", id)
        .execute()
      return id
    }, now)
    const { receiptId } = await w.do(receivePapers, { sittingId, fileIds: [fileId] }, w.people.amina, { now })
    await within((all) => unpack({ receiptId, sittingId, bodyId: w.lisle }, all), now)
    await within((all) => readPaper(fileId, all), now)
    return fileId
  }
  const rects = [{ x: 100, y: 200, w: 300, h: 40 }]
  const write = async (fileId: string, actor = w.people.dario, more: object = {}) =>
    (
      await w.do(
        writeAnnotation,
        { fileId, page: 1, quote: "aide de dix mille euros", rects, said: "Trop peu.", ...more },
        actor,
      )
    ).annotationId
  const notes = async (fileId: string, actor = w.people.amina) =>
    (await w.ask(readAnnotatedPaper, { fileId }, actor)).notes

  it("are for oneself until they are shared with those who may open the paper", async () => {
    const fileId = await came("Rapport 1 - Aide.pdf", first, 0)
    const annotationId = await write(fileId)
    assert.deepEqual(await notes(fileId), [], "nobody else reads it")
    assert.equal((await notes(fileId, w.people.dario))[0]!.said, "Trop peu.")
    for (const [command, input] of [
      [replyToAnnotation, { annotationId, said: "Oui." }],
      [settleAnnotation, { annotationId, settled: true }],
      [changeAnnotation, { annotationId, said: "Non.", shared: true }],
      [removeAnnotation, { annotationId }],
    ] as const)
      await assert.rejects(w.do(command as never, input, w.people.amina), { code: "not_found" })
    await w.do(changeAnnotation, { annotationId, said: "C’est trop peu.", shared: true }, w.people.dario)
    const [shared] = await notes(fileId)
    assert.deepEqual([shared!.said, shared!.author_name, shared!.shared], ["C’est trop peu.", "Dario Lemmens", true])
    // Inès is of another body: the paper itself does not exist for her.
    await assert.rejects(write(fileId, w.people.ines), { code: "not_found" })
    await assert.rejects(notes(fileId, w.people.ines), { code: "not_found" })
    await assert.rejects(w.do(replyToAnnotation, { annotationId, said: "Oui." }, w.people.ines), { code: "not_found" })
  })

  it("are answered and settled by whoever reads them, and then no more taken from under the others", async () => {
    const fileId = await came("Rapport 2 - Lycées.pdf", first, 0)
    const annotationId = await write(fileId, w.people.dario, { shared: true })
    await w.do(replyToAnnotation, { annotationId, said: "D’accord." }, w.people.amina)
    await w.do(settleAnnotation, { annotationId, settled: true }, w.people.amina)
    const [note] = await notes(fileId, w.people.dario)
    assert.deepEqual([note!.replies[0]!.said, note!.settled_by_name], ["D’accord.", "Amina Belkacem"])
    await assert.rejects(w.do(removeAnnotation, { annotationId }, w.people.dario), { code: "annotations.answered" })
    await assert.rejects(w.do(changeAnnotation, { annotationId, said: "…", shared: false }, w.people.dario), {
      code: "annotations.answered",
    })
    await assert.rejects(w.do(removeAnnotation, { annotationId }, w.people.amina), { code: "not_found" })
    await w.do(settleAnnotation, { annotationId, settled: false }, w.people.dario)
    assert.equal((await notes(fileId))[0]!.settled_at, null)
    const alone = await write(fileId, w.people.dario, { shared: true })
    await w.do(removeAnnotation, { annotationId: alone }, w.people.dario)
    assert.equal((await notes(fileId)).length, 1)
  })

  it("follow their passage to the next version, and say when it is gone", async () => {
    const old = await came("Rapport 3 - Culture.pdf", first, 0)
    const kept = await write(old, w.people.dario, { shared: true })
    const gone = await write(old, w.people.dario, { quote: "comité se réunit deux fois", page: 2 })
    const fileId = await came("Rapport 3 - Culture, version 2.pdf", second, 60)
    const { item } = await w.ask(readAnnotatedPaper, { fileId }, w.people.amina)
    await within((all) => carryNotes({ fileId, itemId: item!.id }, all), w.now.add({ hours: 2 }))
    const after = await notes(fileId, w.people.dario)
    assert.deepEqual(
      after.map((note) => [note.id, note.page, note.rects.length, note.gone, note.file_id]),
      [
        [kept, 2, 2, false, fileId],
        [gone, 2, 1, true, old],
      ],
    )
    // Told twice, it does the same.
    await within((all) => carryNotes({ fileId, itemId: item!.id }, all))
    assert.equal((await notes(fileId, w.people.dario)).length, 2)
    const third = await came("Rapport 3 - Culture, version 3.pdf", first, 120)
    await within((all) => carryNotes({ fileId: third, itemId: item!.id }, all))
    assert.deepEqual(
      (await notes(third, w.people.dario)).map((note) => [note.id, note.gone]),
      [
        [kept, false],
        [gone, false],
      ],
    )
  })

  it("rest encrypted, are told to who wrote them, and those for oneself go when they go", async () => {
    const fileId = await came("Rapport 4 - Santé.pdf", first, 0)
    await write(fileId, w.people.dario, { said: "Zibeline" })
    await write(fileId, w.people.dario, { said: "Zibeline", shared: true })
    await w.look(async (db) => {
      const { rows } = await sql<{ clear: number }>`
        select count(*)::int as clear from annotations t where t::text ilike '%zibeline%' or t::text ilike '%dix mille%'`.execute(
        db,
      )
      assert.equal(rows[0]!.clear, 0)
      const { groups } = await heldOf(w.dario, { db, held: w.equipment.held })
      const told = groups.find(({ key }) => key === "held.annotations.author_id")
      assert.ok(told?.lines.some(({ note, what }) => note === "Zibeline" && what === "Rapport 4 - Santé.pdf"))
      await eraseHeld(w.dario, { db, held: w.equipment.held })
    })
    assert.deepEqual(
      (await notes(fileId, w.people.dario)).map(({ shared }) => shared),
      [true],
    )
  })
})
