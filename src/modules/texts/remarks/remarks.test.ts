import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type World, world } from "../../../../tests/world.ts"
import { beginText } from "../begin.ts"
import { compareTexts } from "../compare.ts"
import { giveText } from "../give.ts"
import { readText } from "../read-text.ts"
import { saveText } from "../save.ts"
import { remarkOnText } from "./remark.ts"
import { settleRemark } from "./settle.ts"
import { takeSuggestion } from "./take.ts"

describe("remarks on a text", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const written = (text: string) => ({
    type: "doc" as const,
    content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text }] }],
  })
  /** A text of Amina’s that Dario was asked to read. */
  const given = async () => {
    const { textId } = await w.do(
      beginText,
      { bodyId: w.lisle, kind: "note", title: "Le train", authorId: w.amina },
      w.people.amina,
    )
    const { text } = await w.ask(readText, { textId }, w.people.amina)
    await w.do(saveText, { textId, doc: written("Un train par heure."), base: text.doc }, w.people.amina)
    await w.do(giveText, { textId, readerIds: [w.dario] }, w.people.amina)
    return textId
  }
  const remark = async (textId: string, more: object = { said: "Est-ce assez ?" }) =>
    (await w.do(remarkOnText, { textId, passage: "par heure", ...more }, w.people.dario)).remarkId
  const read = (textId: string) => w.ask(readText, { textId }, w.people.amina)

  it("are made by whoever was asked to read or writes texts there, and by nobody else", async () => {
    const textId = await given()
    await remark(textId)
    const said = { textId, passage: "par heure", said: "?" }
    await w.do(remarkOnText, said, await w.holding(["texts.write"]))
    await assert.rejects(w.do(remarkOnText, said, w.people.oscar), { code: "not_found" })
    await assert.rejects(w.do(remarkOnText, said, w.people.ines), { code: "not_found" })
    await assert.rejects(w.do(remarkOnText, { ...said, passage: "par jour" }, w.people.dario), /passage: not_in_text/)
    await assert.rejects(w.do(remarkOnText, { ...said, said: null }, w.people.dario), /said: required/)
  })

  it("change the text when a suggestion is taken, by who writes it, and keep what stood there", async () => {
    const textId = await given()
    const remarkId = await remark(textId, { proposed: "toutes les demi-heures" })
    await assert.rejects(w.do(takeSuggestion, { remarkId }, w.people.dario), { code: "not_allowed" })
    await assert.rejects(w.do(takeSuggestion, { remarkId }, w.people.oscar), { code: "not_found" })
    await w.do(takeSuggestion, { remarkId }, w.people.amina)
    const { text, versions, remarks } = await read(textId)
    assert.deepEqual(text.doc, written("Un train toutes les demi-heures."))
    assert.deepEqual([versions[0]!.reason, remarks[0]!.state], ["suggestion", "taken"])
    await assert.rejects(w.do(takeSuggestion, { remarkId }, w.people.amina), { code: "texts.remark_answered" })
    const { rows } = await w.ask(compareTexts, { textId, from: versions[0]!.number }, w.people.dario)
    assert.deepEqual(rows[0]!.pieces, [
      { is: "kept", text: "Un train " },
      { is: "removed", text: "par heure" },
      { is: "added", text: "toutes les demi-heures" },
      { is: "kept", text: "." },
    ])
  })

  it("say when their passage is gone, and a suggestion on it is not taken", async () => {
    const textId = await given()
    const remarkId = await remark(textId, { proposed: "par jour" })
    const base = (await read(textId)).text.doc
    await w.do(saveText, { textId, doc: written("Un train."), base }, w.people.amina)
    assert.equal((await read(textId)).remarks[0]!.holds, false)
    await assert.rejects(w.do(takeSuggestion, { remarkId }, w.people.amina), { code: "texts.passage_gone" })
  })

  it("are settled by who writes the text, or taken back by who made them", async () => {
    const textId = await given()
    const [first, second] = [await remark(textId), await remark(textId, { proposed: "" })]
    await w.do(settleRemark, { remarkId: first, answer: "Oui." }, w.people.dario)
    await assert.rejects(w.do(settleRemark, { remarkId: second }, await w.holding(["texts.write"])), {
      code: "not_allowed",
    })
    await w.do(settleRemark, { remarkId: second }, w.people.amina)
    const { remarks } = await read(textId)
    assert.deepEqual(remarks.map(({ state }) => state).toSorted(), ["refused", "settled"])
  })

  it("are taken once when two do it at once", async () => {
    const textId = await given()
    const remarkId = await remark(textId, { proposed: "par jour" })
    const tries = await Promise.allSettled([1, 2].map(() => w.do(takeSuggestion, { remarkId }, w.people.amina)))
    assert.deepEqual(tries.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"])
  })
})
