import assert from "node:assert/strict"
import { describe, it } from "node:test"
import type { Inline, RichText } from "../../../kernel/rich-text/schema.ts"
import { holdsPassage, replaced } from "./passage.ts"

const paragraph = (...content: Inline[]) => ({ type: "paragraph" as const, content })
const words = (text: string, bold = false): Inline => ({
  type: "text",
  text,
  ...(bold && { marks: [{ type: "bold" }] }),
})
const doc = (...content: RichText["content"]): RichText => ({ type: "doc", content })

describe("a passage", () => {
  it("is replaced across the dress of its words, keeping that of the first", () => {
    const text = doc(paragraph(words("Le "), words("train", true), words(" de huit heures.")))
    assert.deepEqual(
      replaced(text, { passage: "train de huit", near: 0 }, "bus de neuf"),
      doc(paragraph(words("Le "), words("bus de neuf", true), words(" heures."))),
    )
  })

  it("is that of the nearest paragraph, within lists as well", () => {
    const list = {
      type: "bulletList" as const,
      content: [{ type: "listItem" as const, content: [paragraph(words("oui"))] }],
    }
    const text = doc(paragraph(words("oui")), paragraph(words("non")), list)
    assert.deepEqual(replaced(text, { passage: "oui", near: 3 }, "si")!.content[0], text.content[0])
    assert.match(JSON.stringify(replaced(text, { passage: "oui", near: 3 }, "si")!.content[2]), /"si"/)
  })

  it("may be taken out, and is gone once other words stand there", () => {
    const text = doc(paragraph(words("Un mot de trop.")))
    const without = replaced(text, { passage: " de trop", near: 0 }, "")!
    assert.deepEqual(without, doc(paragraph(words("Un mot."))))
    assert.equal(holdsPassage(without, { passage: "de trop", near: 0 }), false)
    assert.equal(replaced(without, { passage: "de trop", near: 0 }, "x"), undefined)
    assert.deepEqual(replaced(doc(paragraph(words("Un"))), { passage: "Un", near: 0 }, ""), doc(paragraph()))
  })
})
