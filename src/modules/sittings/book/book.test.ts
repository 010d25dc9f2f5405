import assert from "node:assert/strict"
import { buffer } from "node:stream/consumers"
import { after, before, describe, it } from "node:test"
import * as mupdf from "mupdf"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import { system } from "../../../kernel/job.ts"
import type { Actor } from "../../../kernel/rule.ts"
import { keepFile, mayOpen } from "../../documents/contract.ts"
import { removeBytes } from "../../documents/forget.ts"
import { writeAnnotation } from "../../annotations/write.ts"
import { beginText } from "../../texts/begin.ts"
import { saveText } from "../../texts/save.ts"
import { validateText } from "../../texts/validate.ts"
import { assignItem } from "../items/assign.ts"
import { addSittingItem } from "../items/add.ts"
import { takePosition } from "../items/take-position.ts"
import { shareSpeech } from "../prepare/share-speech.ts"
import { recordSitting } from "../record.ts"
import { forgetBooks } from "./nightly.ts"
import { makeBook } from "./ask.ts"
import { make } from "./make.ts"
import { readBooks } from "./read-books.ts"
import { updateBook } from "./update.ts"

describe("the book of a sitting", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const recorded = async (titles = ["Plan vélo", "Lycées", "Librairies"]) => {
    const { sittingId } = await w.do(
      recordSitting,
      {
        bodyId: w.lisle,
        assembly: { name: "Conseil régional", kind: "fr_regional_council", seats: 87 },
        title: "Plénière de juin",
        day: "2026-06-25",
        at: "09:30",
      },
      w.people.amina,
    )
    const itemIds: string[] = []
    for (const [index, title] of titles.entries()) {
      const said = { sittingId, number: String(214 + index), title }
      itemIds.push((await w.do(addSittingItem, said, w.people.amina)).itemId)
    }
    return { sittingId, itemIds }
  }
  const asked = async (input: object, actor: Actor = w.people.amina) => {
    const { bookId } = await w.do(makeBook, { readerId: actor.personId, ...input }, actor)
    await worked(bookId)
    return bookId
  }
  const worked = (bookId: string) =>
    w.look((db) => make(bookId, { ...w.equipment, db, actor: system(w.organisation), now: w.now }))
  const bookOf = async (bookId: string) =>
    w.look((db) => db.selectFrom("sitting_books").selectAll().where("id", "=", bookId).executeTakeFirstOrThrow())
  const pdfOf = async (bookId: string) => {
    const { file_id } = await bookOf(bookId)
    const { hash } = await w.look((db) =>
      db.selectFrom("files").select("hash").where("id", "=", file_id!).executeTakeFirstOrThrow(),
    )
    const pdf = mupdf.Document.openDocument(
      await buffer(await w.equipment.files.get(w.organisation, hash)),
      "application/pdf",
    )
    const pages = Array.from({ length: pdf.countPages() }, (_, n) => pdf.loadPage(n).toStructuredText("").asText())
    return { pages, text: pages.join("\n"), outline: (pdf.loadOutline() ?? []).map(({ title }) => title) }
  }
  const text = async (itemId: string, words: string, more: { confidential?: boolean; open?: true } = {}) => {
    const { open, ...said } = more
    const { textId } = await w.do(
      beginText,
      { bodyId: w.lisle, kind: "note", title: "Note", sittingItemId: itemId, authorId: w.amina, ...said },
      w.people.amina,
    )
    const doc = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: words }] }] }
    const { doc: base } = await w.look((db) =>
      db.selectFrom("texts").select("doc").where("id", "=", textId).executeTakeFirstOrThrow(),
    )
    await w.do(saveText, { textId, doc, base }, w.people.amina)
    if (!open) await w.do(validateText, { textId }, w.people.amina)
    return textId
  }
  const opens = async (bookId: string, actor: Actor) => {
    const { file_id } = await bookOf(bookId)
    return inOrganisation(w.db, actor.organisation, async (db) => {
      const file = await db.selectFrom("files").selectAll().where("id", "=", file_id!).executeTakeFirst()
      return file !== undefined && mayOpen(file, { ...w.equipment, actor, db, now: w.now })
    })
  }
  const books = async (sittingId: string, actor = w.people.amina) =>
    (await w.ask(readBooks, { sittingId }, actor)).books

  trio(
    () => w,
    [
      {
        command: makeBook,
        capability: "sittings.manage",
        input: async () => ({ sittingId: (await recorded()).sittingId, readerId: null }),
      },
      {
        command: updateBook,
        capability: "sittings.manage",
        input: async () => {
          const { sittingId, itemIds } = await recorded()
          const bookId = await asked({ sittingId, readerId: null })
          await w.do(takePosition, { itemId: itemIds[0], stance: "for" }, w.people.amina)
          return { bookId }
        },
      },
    ],
  )

  it("has its order of business and a bookmark for each item, with our position and who speaks", async () => {
    const { sittingId, itemIds } = await recorded()
    const [itemId] = itemIds
    await w.do(
      takePosition,
      { itemId, stance: "for", condition: "si l’amendement 1 passe", note: "Dans notre sens." },
      w.people.amina,
    )
    await w.do(shareSpeech, { itemId, speakers: [{ personId: w.dario, minutes: 3 }] }, w.people.amina)
    const bookId = await asked({ sittingId })
    const { text: said, outline } = await pdfOf(bookId)
    assert.deepEqual(outline, ["Ordre du jour", "Plan vélo", "Lycées", "Librairies"])
    for (const words of [
      "Exemplaire de Amina Belkacem",
      "Pour",
      "si l’amendement 1 passe",
      "Dans notre sens.",
      "Dario Lemmens, 3 min",
      "Pas encore de position",
    ])
      assert.ok(said.includes(words), words)
    const { prints, pages } = await bookOf(bookId)
    assert.deepEqual([prints!["order"]!.from, prints![itemId!]!.from, prints![itemIds[2]!]!.to], [3, 5, pages])
  })

  it("marks what its reader reads or speaks on, and may hold that alone", async () => {
    const { sittingId, itemIds } = await recorded()
    await w.do(assignItem, { itemId: itemIds[1], readerId: w.dario }, w.people.amina)
    const { text: said, outline } = await pdfOf(await asked({ sittingId, onlyMine: true }, w.people.dario))
    assert.deepEqual(outline, ["Ordre du jour", "Lycées"])
    assert.match(said, /3 points à l’ordre du jour, dont 1 à vous/)
    assert.match(said, /Vous lisez ce point pour les autres/)
    await assert.rejects(w.do(makeBook, { sittingId, readerId: null, onlyMine: true }, w.people.amina), /nobody/)
  })

  it("holds confidential words, and texts still being written, only in the copy one makes for oneself", async () => {
    const { sittingId, itemIds } = await recorded()
    await text(itemIds[0]!, "Zibeline dort.", { confidential: true })
    await text(itemIds[1]!, "Brouillon de hase.", { open: true })
    await text(itemIds[2]!, "Le lièvre court.")
    const own = await asked({ sittingId })
    const said = await pdfOf(own)
    for (const words of ["Zibeline", "hase", "lièvre", "PERSONNEL"]) assert.ok(said.text.includes(words), words)
    for (const copy of [
      await asked({ sittingId, readerId: null }),
      await asked({ sittingId, readerId: w.dario }),
      await asked({ sittingId }, { ...w.people.amina, awaitsSecondFactor: true }),
      await asked({ sittingId }, w.people.dario),
    ]) {
      const { text: words } = await pdfOf(copy)
      assert.match(words, /lièvre/)
      assert.doesNotMatch(words, /Zibeline|hase|PERSONNEL/)
    }
    const { hash } = await w.look(async (db) =>
      db
        .selectFrom("files")
        .select("hash")
        .where("id", "=", (await bookOf(own)).file_id!)
        .executeTakeFirstOrThrow(),
    )
    const kept = await w.equipment.files.asKept(w.organisation, hash)
    kept?.content.destroy()
    assert.equal(kept?.sealed, true)
  })

  it("opens its file to its reader, the shared one to all who see the sitting, and to nobody else", async () => {
    const { sittingId } = await recorded()
    const own = await asked({ sittingId })
    const shared = await asked({ sittingId, readerId: null })
    const given = await asked({ sittingId, readerId: w.dario })
    assert.deepEqual(
      [await opens(own, w.people.amina), await opens(own, w.people.dario), await opens(own, w.people.ines)],
      [true, false, false],
    )
    assert.equal(await opens(own, await w.holding(["sittings.manage", "confidential.read"])), false)
    assert.deepEqual([await opens(shared, w.people.dario), await opens(shared, w.people.ines)], [true, false])
    assert.deepEqual([await opens(given, w.people.dario), await opens(given, w.people.amina)], [true, true])
    assert.deepEqual(
      (await books(sittingId, w.people.dario)).map(({ id }) => id).toSorted(),
      [shared, given].toSorted(),
    )
  })

  it("makes the pages that changed alone, and says which to replace", async () => {
    const { sittingId, itemIds } = await recorded()
    const bookId = await asked({ sittingId })
    assert.equal((await books(sittingId))[0]?.stale, null)
    await assert.rejects(w.do(updateBook, { bookId }, w.people.amina), { code: "sittings.book_up_to_date" })
    await w.do(takePosition, { itemId: itemIds[1], stance: "against" }, w.people.amina)
    await w.do(addSittingItem, { sittingId, number: "300", title: "Port fluvial" }, w.people.amina)
    assert.deepEqual((await books(sittingId))[0]?.stale, { items: 2, order: true })
    const later = { now: w.now.add({ hours: 1 }) }
    const { bookId: updateId } = await w.do(updateBook, { bookId }, w.people.amina, later)
    await worked(updateId)
    const { text: said, outline } = await pdfOf(updateId)
    assert.deepEqual(outline, ["Pages à remplacer", "Ordre du jour", "Lycées", "Port fluvial"])
    const at = (await bookOf(bookId)).prints![itemIds[1]!]!
    assert.ok(
      said.includes(`Remplacer les pages ${at.from} à ${at.to}`) || said.includes(`Remplacer la page ${at.from}`),
      said,
    )
    assert.match(said, /Ajouter après la page \d+/)
    assert.doesNotMatch(said, /Librairies\s+Notre position\s+Pas encore/)
    assert.equal((await books(sittingId)).find(({ id }) => id === bookId)?.stale, null)
    await assert.rejects(w.do(updateBook, { bookId }, w.people.amina), { code: "sittings.book_up_to_date" })
    await w.do(takePosition, { itemId: itemIds[2], stance: "for" }, w.people.amina)
    assert.deepEqual((await books(sittingId)).find(({ id }) => id === bookId)?.stale, { items: 1, order: true })
  })

  it("has the papers after it on demand, each under a bookmark; those that cannot be joined are counted", async () => {
    const { sittingId, itemIds } = await recorded(["Plan vélo"])
    const paper = async (name: string, content: Uint8Array, later = 0) =>
      w.look(async (db) => {
        const given = { ...w.equipment, db, actor: system(w.organisation), now: w.now }
        const fileId = await keepFile({ bodyId: w.lisle, name, content }, given)
        const [receiptId, id] = [crypto.randomUUID(), crypto.randomUUID()]
        const of = { organisation_id: w.organisation }
        await db
          .insertInto("receipts")
          .values({
            ...of,
            id: receiptId,
            sitting_id: sittingId,
            received_by: null,
            received_at: w.now.add({ minutes: later }),
            done_at: w.now,
          })
          .execute()
        await db
          .insertInto("receipt_lines")
          .values({
            ...of,
            id,
            receipt_id: receiptId,
            place: 1,
            path: name,
            state: "read",
            reason: null,
            file_id: fileId,
            item_id: itemIds[0]!,
          })
          .execute()
      })
    await paper("Rapport 214.pdf", pages(3))
    await paper("Annexe.txt", Buffer.from("Du texte."))
    await paper("Cassé.pdf", Buffer.from("%PDF-1.7\nrien d’autre"))
    const without = await pdfOf(await asked({ sittingId }))
    const bookId = await asked({ sittingId, withPapers: true })
    const { pages: all, outline } = await pdfOf(bookId)
    assert.equal(all.length, without.pages.length + 3)
    assert.equal(outline.at(-1), "214 · Rapport 214.pdf")
    assert.equal((await bookOf(bookId)).left_out, 2)
    // What came again is carried in its last version alone.
    await paper("Rapport 214, version corrigée.pdf", pages(2), 5)
    const { outline: last } = await pdfOf(await asked({ sittingId, withPapers: true }))
    assert.deepEqual(
      last.filter((one) => one?.includes("Rapport 214")),
      ["214 · Rapport 214, version corrigée.pdf"],
    )
  })

  it("is let go of a year after its sitting, with its file, unless somebody wrote notes on it", async () => {
    const { sittingId } = await recorded(["Plan vélo"])
    const noted = await recorded(["Lycées"])
    const [bookId, keptId] = [await asked({ sittingId }), await asked({ sittingId: noted.sittingId })]
    const [{ file_id }, { file_id: notedFile }] = [await bookOf(bookId), await bookOf(keptId)]
    const passage = { fileId: notedFile, page: 1, quote: "Plénière", rects: [{ x: 0, y: 0, w: 9, h: 9 }] }
    await w.do(writeAnnotation, { ...passage, said: "À garder." }, w.people.amina)
    const { hash } = await w.look((db) =>
      db.selectFrom("files").select("hash").where("id", "=", file_id!).executeTakeFirstOrThrow(),
    )
    const night = (day: string) =>
      w.look(async (db) => {
        const given = {
          ...w.equipment,
          db,
          actor: system(w.organisation),
          now: Temporal.Instant.from(`${day}T02:00:00Z`),
        }
        await forgetBooks(given)
        await removeBytes(given)
      })
    await night("2027-06-24")
    assert.equal((await bookOf(bookId)).id, bookId, "not before its time")
    await night("2027-06-26")
    await assert.rejects(bookOf(bookId))
    assert.equal((await bookOf(keptId)).id, keptId)
    assert.equal(await w.equipment.files.has(w.organisation, hash), false)
    const runs = await w.look((db) => db.selectFrom("retention_runs").select(["on_day", "books"]).execute())
    assert.deepEqual(
      runs.map(({ on_day, books }) => [on_day.toString(), books > 0]),
      [["2027-06-26", true]],
    )
    await night("2027-06-27")
    assert.equal((await w.look((db) => db.selectFrom("retention_runs").selectAll().execute())).length, 1)
  })
})

const pages = (count: number): Uint8Array => {
  const pdf = new mupdf.PDFDocument()
  for (let n = 0; n < count; n++) pdf.insertPage(-1, pdf.addPage([0, 0, 595, 842], 0, pdf.newDictionary(), ""))
  return pdf.saveToBuffer("").asUint8Array().slice()
}
