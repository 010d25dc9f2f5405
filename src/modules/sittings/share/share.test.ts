import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { inOrganisation } from "../../../kernel/db.ts"
import { openMatter } from "../../matters/open.ts"
import { addTheme } from "../../matters/themes/add.ts"
import { addSittingItem } from "../items/add.ts"
import { assignItem } from "../items/assign.ts"
import { attachItem } from "../items/attach.ts"
import { readSittingItem } from "../items/read-item.ts"
import { takePosition } from "../items/take-position.ts"
import { writeSheet } from "../items/write-sheet.ts"
import { readSitting } from "../read-sitting.ts"
import { recordSitting } from "../record.ts"
import { waiting } from "../waiting.ts"
import { propose, type Reader, type ToRead } from "./propose.ts"
import { readShare } from "./read-share.ts"
import { sayWishes } from "./say-wishes.ts"
import { shareOut } from "./share-out.ts"

describe("the proposal of readers", () => {
  const item = (id: string, more: Partial<ToRead> = {}): ToRead => ({
    id,
    pages: 0,
    themes: [],
    lead_id: null,
    past_id: null,
    ...more,
  })
  const reader = (id: string, more: Partial<Reader> = {}): Reader => ({
    id,
    items: 0,
    pages: 0,
    themes: [],
    wishes: new Map(),
    ...more,
  })
  const shown = (items: ToRead[], readers: Reader[]) =>
    propose(items, readers)
      .map(({ itemId, readerId, why }) => `${itemId} ${readerId} ${why}`)
      .toSorted()

  it("follows wishes, then who leads the matter, then themes, and never somebody who would rather not", () => {
    assert.deepEqual(
      shown(
        [item("a"), item("b", { lead_id: "lea" }), item("c", { themes: ["eau"] }), item("d")],
        [
          reader("tom", {
            wishes: new Map([
              ["a", "want"],
              ["d", "not"],
            ]),
          }),
          reader("lea"),
          reader("max", { themes: ["eau"], wishes: new Map([["d", "not"]]) }),
        ],
      ),
      ["a tom want", "b lea lead", "c max theme", "d lea load"],
    )
  })

  it("shares forty items among all, by what each has to read", () => {
    const items = Array.from({ length: 40 }, (_, n) => item(String(n), { pages: n === 0 ? 200 : 10 }))
    const counts = Map.groupBy(
      propose(items, [reader("a"), reader("b"), reader("c"), reader("d")]),
      (one) => one.readerId,
    )
    assert.deepEqual(
      [...counts.values()].map((all) => all.length).toSorted((a, b) => a - b),
      [8, 10, 11, 11],
    )
  })

  it("leaves an item that everybody would rather not read", () =>
    assert.deepEqual(shown([item("a")], [reader("tom", { wishes: new Map([["a", "not"]]) })]), []))
})

describe("sharing out a sitting", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const recorded = async (day = "2026-05-21") =>
    (
      await w.do(
        recordSitting,
        {
          bodyId: w.lisle,
          assembly: { name: "Conseil", kind: "be_municipal_council" },
          title: `Conseil du ${day}`,
          day,
          at: "19:30",
        },
        w.people.amina,
      )
    ).sittingId as string
  const item = async (sittingId: string, title: string) =>
    (await w.do(addSittingItem, { sittingId, title }, w.people.amina)).itemId as string
  const prepared = async () => {
    const sittingId = await recorded()
    return { sittingId, itemId: await item(sittingId, "Plan vélo") }
  }

  trio(
    () => w,
    [
      {
        command: shareOut,
        capability: "sittings.manage",
        input: async () => {
          const { sittingId, itemId } = await prepared()
          return { sittingId, readers: [{ itemId, readerId: null }] }
        },
      },
      {
        command: writeSheet,
        capability: "sittings.manage",
        input: async () => ({ itemId: (await prepared()).itemId, what: "Un plan" }),
      },
    ],
  )

  it("hears the wishes of whoever is of the body, each for themselves", async () => {
    const { sittingId, itemId } = await prepared()
    const wish = [{ itemId, wish: "want" as const }]
    await w.do(sayWishes, { sittingId, wishes: wish }, w.people.dario)
    const { items, may } = await w.ask(readShare, { sittingId }, w.people.dario)
    assert.deepEqual([items[0]!.wish, items[0]!.proposal], ["want", { itemId, readerId: w.dario, why: "want" }])
    assert.deepEqual(may, { "sittings.shareOut": false, "sittings.sayWishes": true })
    assert.equal((await w.ask(readShare, { sittingId }, w.people.amina)).items[0]!.wish, null)
    for (const actor of [w.people.ines, w.people.oscar])
      await assert.rejects(w.do(sayWishes, { sittingId, wishes: wish }, actor), { code: "not_found" })
    const other = await prepared()
    await assert.rejects(
      w.do(sayWishes, { sittingId, wishes: [{ itemId: other.itemId, wish: "want" }] }, w.people.dario),
      /unknown/,
    )
    await w.do(sayWishes, { sittingId, wishes: [{ itemId, wish: null }] }, w.people.dario)
    assert.equal((await w.ask(readShare, { sittingId }, w.people.dario)).items[0]!.wish, null)
  })

  it("proposes by the themes that each reads, and gives all in one gesture", async () => {
    const sittingId = await recorded()
    const [eau, velo] = [await item(sittingId, "Réseau d’eau potable"), await item(sittingId, "Plan vélo")]
    const { themeId } = await w.do(addTheme, { bodyId: w.lisle, name: "Eau potable" }, w.people.amina)
    await w.do(sayWishes, { sittingId, wishes: [], themeIds: [themeId] }, w.people.dario)
    const { items } = await w.ask(readShare, { sittingId }, w.people.amina)
    assert.deepEqual(items.find(({ id }) => id === eau)!.proposal, { itemId: eau, readerId: w.dario, why: "theme" })
    await w.do(
      shareOut,
      {
        sittingId,
        readers: [
          { itemId: eau, readerId: w.dario },
          { itemId: velo, readerId: w.amina },
        ],
      },
      w.people.amina,
    )
    const shown = await w.ask(readSitting, { sittingId }, w.people.dario)
    assert.deepEqual(
      shown.items.map(({ reader_name }) => reader_name),
      ["Dario Lemmens", "Amina Belkacem"],
    )
    assert.equal(shown.step, "prepare")
    await assert.rejects(
      w.do(shareOut, { sittingId, readers: [{ itemId: eau, readerId: w.ines }] }, await w.holding(["sittings.manage"])),
      { code: "not_found" },
    )
  })

  it("lets the reader alone write the sheet, and shows all where it stands", async () => {
    const { sittingId, itemId } = await prepared()
    await assert.rejects(w.do(writeSheet, { itemId, what: "x" }, w.people.dario), { code: "not_allowed" })
    await w.do(assignItem, { itemId, readerId: w.dario }, w.people.amina)
    await w.do(writeSheet, { itemId, what: "Douze kilomètres de pistes." }, w.people.dario)
    const waits = async () =>
      (
        await inOrganisation(w.db, w.organisation, (db) =>
          waiting({ ...w.equipment, actor: w.people.dario, now: w.now, db }),
        )
      ).filter(({ at, key }) => at.includes(sittingId) && key === "sittings.waiting.read").length
    assert.equal(await waits(), 1)
    const state = async () => (await w.ask(readSitting, { sittingId }, w.people.amina)).items[0]!.sheet
    assert.equal(await state(), "begun")
    await w.do(writeSheet, { itemId, what: "Douze kilomètres de pistes.", ready: true }, w.people.dario)
    assert.equal(await state(), "ready")
    assert.equal(await waits(), 0)
    const { sheet } = await w.ask(readSittingItem, { itemId }, w.people.amina)
    assert.equal(sheet?.what, "Douze kilomètres de pistes.")
  })

  it("recalls what we said of the same matter, or of a subject with the same words", async () => {
    const past = await recorded("2026-03-19")
    const voted = await item(past, "Plan communal de mobilité active, première lecture")
    await w.do(takePosition, { itemId: voted, stance: "against" }, w.people.amina)
    const linked = await item(past, "Carrefour des Trois Fontaines")
    await item(past, "Cantines scolaires")
    const { matterId } = await w.do(openMatter, { bodyId: w.lisle, title: "Mobilité" }, w.people.amina)
    const now = await item(await recorded(), "Plan de mobilité active")
    for (const itemId of [linked, now]) await w.do(attachItem, { itemId, matterId }, w.people.amina)
    const { related } = await w.ask(readSittingItem, { itemId: now }, w.people.dario)
    assert.deepEqual(
      related.map(({ id, stance, same_matter }) => [id, stance, same_matter]),
      [
        [linked, null, true],
        [voted, "against", false],
      ],
    )
  })
})
