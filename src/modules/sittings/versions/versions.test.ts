import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { strToU8 } from "fflate"
import { type World, world } from "../../../../tests/world.ts"
import { dayOf } from "../../../kernel/clock.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import { newId } from "../../../kernel/id.ts"
import { system } from "../../../kernel/job.ts"
import { keepFile } from "../../documents/contract.ts"
import { assignItem } from "../items/assign.ts"
import { readSittingItem } from "../items/read-item.ts"
import { takePosition } from "../items/take-position.ts"
import { writeSheet } from "../items/write-sheet.ts"
import { readSitting } from "../read-sitting.ts"
import { unpack } from "../receive/unpack.ts"
import { receivePapers } from "../receive/receive.ts"
import { recordSitting } from "../record.ts"
import { compareVersions } from "./compare.ts"
import { paragraphsOf } from "./paragraphs.ts"
import { changedSinceRead } from "./since-reading.ts"
import { versionOf, withVersions } from "./version-of.ts"

describe("the paragraphs of a report", () => {
  it("are whole again where the page cut them, without its foot", () =>
    assert.deepEqual(
      paragraphsOf(
        "La Région soutient les com-\nmunes qui aménagent\ndes pistes.\nPage 1/3\nArticle 2\nL’aide est de 40 %.\n- une piste\n- un abri",
      ),
      [
        "La Région soutient les communes qui aménagent des pistes.",
        "Article 2 L’aide est de 40 %.",
        "- une piste",
        "- un abri",
      ],
    ))
})

describe("a later version of a paper", () => {
  const at = (iso: string) => Temporal.Instant.from(iso)
  const paper = (file_id: string, name: string, hour: string, state = "read") => ({
    file_id,
    name,
    state,
    received_at: at(`2026-05-02T${hour}:00Z`),
  })

  it("is known by the likeness of the names, and never of the same arrival", () => {
    const papers = [
      paper("a", "Rapport 214 - Plan vélo.pdf", "08:00"),
      paper("b", "Annexe financière.pdf", "08:00"),
      paper("c", "Rapport 214 - Plan vélo, version 2.pdf", "09:00"),
      paper("d", "Annexe financière (corrigée).pdf", "09:00"),
      paper("e", "Carte des pistes.pdf", "09:00"),
    ]
    assert.deepEqual(
      papers.map((one) => versionOf(one, papers)),
      [null, null, "a", "b", null],
    )
  })

  it("stands before the one it replaces, each where the first of them came", () => {
    const papers = [
      paper("a", "Rapport 214 - Plan vélo.pdf", "08:00"),
      paper("b", "Annexe financière.pdf", "08:00"),
      paper("c", "Rapport 214 - Plan vélo, version 2.pdf", "09:00"),
      paper("d", "Rapport 214 - Plan vélo, version 3.pdf", "10:00"),
    ]
    assert.deepEqual(
      withVersions(papers).map(({ file_id, version_of, is_replaced }) => [file_id, version_of, is_replaced]),
      [
        ["d", "c", false],
        ["c", "a", true],
        ["a", null, true],
        ["b", null, false],
      ],
    )
  })
})

describe("sittings.compareVersions", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const recorded = async () =>
    (
      await w.do(
        recordSitting,
        {
          bodyId: w.lisle,
          assembly: { name: `Conseil ${newId()}`, kind: "other" },
          title: "Conseil",
          day: "2026-06-10",
          at: "20:00",
        },
        w.people.amina,
      )
    ).sittingId as string
  const sendTo = async (sittingId: string, name: string, text: string, later: number) => {
    const now = w.now.add({ minutes: later })
    const given = { ...w.equipment, actor: { ...system(w.organisation), personId: w.amina }, now }
    const fileId = await inOrganisation(w.db, w.organisation, async (db) => {
      const id = await keepFile({ bodyId: w.lisle, name, content: strToU8(text) }, { ...given, db })
      await db.updateTable("files").set({ text }).where("id", "=", id).execute()
      return id
    })
    const { receiptId } = await w.do(receivePapers, { sittingId, fileIds: [fileId] }, w.people.amina, { now })
    await inOrganisation(w.db, w.organisation, (db) =>
      unpack({ receiptId, sittingId, bodyId: w.lisle }, { ...given, db }),
    )
    return fileId
  }

  it("shows what changed since the last arrival, in words, to whoever sees the sitting", async () => {
    const sittingId = await recorded()
    const send = (name: string, text: string, later: number) => sendTo(sittingId, name, text, later)
    const text = "L’aide est de 40 % de la dépense.\n\nElle est versée en une fois."
    const first = await send("Rapport 3 - Aide aux pistes.txt", text, 0)
    const second = await send("Rapport 3 - Aide aux pistes v2.txt", text.replace("40 %", "30 %"), 5)
    const { items } = await w.ask(readSitting, { sittingId }, w.people.dario)
    const itemId = items[0]!.id
    const { papers } = await w.ask(readSittingItem, { itemId }, w.people.dario)
    assert.deepEqual(
      papers.map(({ file_id, version_of }) => [file_id, version_of]),
      [
        [second, first],
        [first, null],
      ],
    )
    const wish = { itemId, beforeId: first, afterId: second }
    const { changed, same } = await w.ask(compareVersions, wish, w.people.dario)
    assert.equal(same, 1)
    assert.deepEqual(
      changed[0]!.pieces.filter(({ is }) => is !== "kept").map(({ is, text: words }) => [is, words]),
      [
        ["removed", "40"],
        ["added", "30"],
      ],
    )
    await assert.rejects(w.ask(compareVersions, wish, w.people.oscar), { code: "not_found" })
    await assert.rejects(w.ask(compareVersions, { ...wish, beforeId: newId() }, w.people.dario), { code: "not_found" })
  })

  it("is told to whoever had read: the reader by their sheet, the office by its position, until they wrote again", async () => {
    const sittingId = await recorded()
    const name = "Rapport 4 - Aide aux pistes"
    await sendTo(sittingId, `${name}.txt`, "L’aide est de 40 %.", 0)
    const items = async () => (await w.ask(readSitting, { sittingId }, w.people.amina)).items
    const itemId = (await items())[0]!.id
    const at = (later: number) => ({ now: w.now.add({ minutes: later }) })
    const told = async (who: "dario" | "amina", later: number) =>
      (
        await inOrganisation(w.db, w.organisation, (db) =>
          changedSinceRead(dayOf(w.now), { ...w.equipment, actor: w.people[who], db, ...at(later) }),
        )
      ).filter(({ at: where }) => where.endsWith(itemId)).length
    await w.do(assignItem, { itemId, readerId: w.dario }, w.people.amina)
    const sheet = { itemId, what: "Une aide.", ready: true }
    await w.do(writeSheet, sheet, w.people.dario, at(1))
    await w.do(takePosition, { itemId, stance: "for" }, w.people.amina, at(2))
    assert.deepEqual([await told("dario", 3), await told("amina", 3)], [0, 0])
    await sendTo(sittingId, `${name} v2.txt`, "L’aide est de 30 %.", 5)
    assert.deepEqual([await told("dario", 6), await told("amina", 6)], [1, 1])
    const { item } = await w.ask(readSittingItem, { itemId }, w.people.dario)
    assert.deepEqual([item.since_sheet, item.since_position], [true, true])
    await w.do(writeSheet, sheet, w.people.dario, at(7))
    assert.deepEqual([await told("dario", 8), await told("amina", 8)], [0, 1])
    await w.do(takePosition, { itemId, stance: "for" }, w.people.amina, at(9))
    assert.equal(await told("amina", 10), 0)
    await sendTo(sittingId, "Rapport 5 - Décision modificative.txt", "Un rapport de plus.", 20)
    assert.deepEqual(
      (await items()).map(({ number, is_late, since_sheet }) => [number, is_late, since_sheet]),
      [
        ["4", false, false],
        ["5", true, false],
      ],
    )
  })
})
