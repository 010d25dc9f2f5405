import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type World, world } from "../../../../tests/world.ts"
import type { OrganisationId } from "../../../kernel/rule.ts"
import { seal } from "../../../kernel/seal.ts"
import { logExchange } from "../../counterparts/exchanges/log.ts"
import { addCounterpart } from "../../counterparts/file/add.ts"
import { openMatter } from "../../matters/open.ts"
import { addSittingItem } from "../../sittings/items/add.ts"
import { attachItem } from "../../sittings/items/attach.ts"
import { takePosition } from "../../sittings/items/take-position.ts"
import { recordSitting } from "../../sittings/record.ts"
import { beginText } from "../../texts/begin.ts"
import { lodgeText } from "../../texts/lodge.ts"
import { readText } from "../../texts/read-text.ts"
import { saveText } from "../../texts/save.ts"
import { validateText } from "../../texts/validate.ts"
import { follow } from "../follow.ts"
import { readSaid } from "./read-said.ts"

const words = (text: string) => ({
  type: "doc" as const,
  content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text }] }],
})

describe("what we said", () => {
  let w: World
  let matterId: string
  before(async () => {
    w = await world()
    ;({ matterId } = await w.do(openMatter, { bodyId: w.lisle, title: "La gare de Lisle" }, w.people.amina))
  })
  after(() => w.end())

  const text = async (kind: string, said: string, until: "draft" | "validated" | "gone", more: object = {}) => {
    const asked = { bodyId: w.lisle, kind, title: `Un texte (${kind})`, authorId: w.amina, matterId, ...more }
    const { textId } = await w.do(beginText, asked, w.people.amina)
    const { text: begun } = await w.ask(readText, { textId }, w.people.amina)
    await w.do(saveText, { textId, doc: words(said), base: begun.doc }, w.people.amina)
    if (until !== "draft") await w.do(validateText, { textId }, w.people.amina)
    if (until === "gone") await w.do(lodgeText, { textId }, w.people.amina)
    return textId
  }
  const said = async (asked: object, actor = w.people.dario) => {
    await w.look(async (tx) => {
      await seal(tx, w.organisation)
      while (await follow(w.organisation as OrganisationId, tx)) continue
    })
    return (await w.ask(readSaid, asked, actor)).rows
  }

  it("is what left us, a sheet once it holds, and not what is still being written or got ready", async () => {
    await text("speech", "Le funiculaire est en retard.", "gone")
    await text("note", "Le funiculaire en note.", "draft")
    await text("op_ed", "Le funiculaire en tribune.", "validated")
    await text("argument_sheet", "Le funiculaire coûte cher.", "validated")
    const rows = await said({ q: "funiculaire" })
    assert.deepEqual(rows.map(({ title }) => title).toSorted(), ["Un texte (argument_sheet)", "Un texte (speech)"])
    const speech = rows.find(({ of_kind }) => of_kind === "speech")!
    assert.deepEqual(
      [speech.who, speech.state, speech.matter_title, speech.excerpt.find(({ found }) => found)?.text],
      ["Amina Belkacem", "delivered", "La gare de Lisle", "funiculaire"],
    )
  })

  it("is positions too once there is one, and exchanges, on a matter without a word asked", async () => {
    const sitting = { assembly: { name: "Conseil", kind: "other" }, title: "Juin", day: "2026-06-01", at: "19:30" }
    const { sittingId } = await w.do(recordSitting, { bodyId: w.lisle, ...sitting }, w.people.amina)
    const { itemId } = await w.do(addSittingItem, { sittingId, title: "Rénovation du quai" }, w.people.amina)
    await w.do(attachItem, { itemId, matterId }, w.people.amina)
    const outside = { bodyId: w.lisle, nature: "organisation", name: "Chemins de fer", sure: true }
    const { counterpartId } = await w.do(addCounterpart, outside, w.people.amina)
    const exchange = { bodyId: w.lisle, kind: "call", on: "2026-05-01", about: "Le quai", matterId }
    await w.do(logExchange, { ...exchange, theirsIds: [counterpartId] }, w.people.amina)
    const titles = async () => (await said({ matterId }, w.people.amina)).map(({ title }) => title)
    const before = await titles()
    assert.ok(before.includes("Le quai") && !before.includes("Rénovation du quai"))
    await w.do(takePosition, { itemId, stance: "for" }, w.people.amina)
    const item = (await said({ matterId })).find(({ kind }) => kind === "sitting_item")
    assert.deepEqual([item?.title, item?.stance], ["Rénovation du quai", "for"])
  })

  it("is told to those who read it, and never finds the words of what is confidential", async () => {
    await text("note", "La crémaillère est fendue.", "gone", { confidential: true, title: "Note sur la pente" })
    assert.deepEqual(await said({ q: "crémaillère" }, w.people.amina), [])
    assert.deepEqual(await said({ q: "pente" }), [])
    const found = await said({ q: "pente" }, w.people.amina)
    assert.deepEqual(
      found.map(({ title, excerpt, confidential }) => [title, excerpt, confidential]),
      [["Note sur la pente", [], true]],
    )
    for (const actor of [w.people.oscar, w.people.ines]) {
      assert.deepEqual(await said({ q: "funiculaire" }, actor), [])
      assert.deepEqual(await said({ matterId }, actor), [])
    }
  })
})
