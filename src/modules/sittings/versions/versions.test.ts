import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { strToU8 } from "fflate"
import { type World, world } from "../../../../tests/world.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import { newId } from "../../../kernel/id.ts"
import { system } from "../../../kernel/job.ts"
import { keepFile } from "../../documents/contract.ts"
import { readSittingItem } from "../items/read-item.ts"
import { readSitting } from "../read-sitting.ts"
import { unpack } from "../receive/unpack.ts"
import { receivePapers } from "../receive/receive.ts"
import { recordSitting } from "../record.ts"
import { compareVersions } from "./compare.ts"
import { paragraphsOf } from "./paragraphs.ts"
import { versionOf } from "./version-of.ts"

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
})

describe("sittings.compareVersions", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  it("shows what changed since the last arrival, in words, to whoever sees the sitting", async () => {
    const { sittingId } = await w.do(
      recordSitting,
      {
        bodyId: w.lisle,
        assembly: { name: "Conseil", kind: "other" },
        title: "Conseil",
        day: "2026-06-10",
        at: "20:00",
      },
      w.people.amina,
    )
    const send = async (name: string, text: string, later: number) => {
      const now = w.now.add({ minutes: later })
      const given = { ...w.equipment, actor: { ...system(w.organisation), personId: w.amina }, now }
      const fileId = await inOrganisation(w.db, w.organisation, async (db) => {
        const id = await keepFile({ bodyId: w.lisle, name, content: strToU8(text) }, { ...given, db })
        await db.updateTable("files").set({ text }).where("id", "=", id).execute()
        return id
      })
      const { receiptId } = await w.do(receivePapers, { sittingId, fileIds: [fileId] }, w.people.amina, { now })
      await inOrganisation(w.db, w.organisation, (db) =>
        unpack({ receiptId, sittingId: sittingId as string, bodyId: w.lisle }, { ...given, db }),
      )
      return fileId
    }
    const text = "L’aide est de 40 % de la dépense.\n\nElle est versée en une fois."
    const first = await send("Rapport 3 - Aide aux pistes.txt", text, 0)
    const second = await send("Rapport 3 - Aide aux pistes v2.txt", text.replace("40 %", "30 %"), 5)
    const { items } = await w.ask(readSitting, { sittingId }, w.people.dario)
    const itemId = items[0]!.id
    const { papers } = await w.ask(readSittingItem, { itemId }, w.people.dario)
    assert.deepEqual(
      papers.map(({ file_id, version_of }) => [file_id, version_of]),
      [
        [first, null],
        [second, first],
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
})
