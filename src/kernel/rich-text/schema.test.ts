import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { getSchema } from "@tiptap/core"
import StarterKit from "@tiptap/starter-kit"
import fc from "fast-check"
import { z } from "zod"
import { anyText } from "./text-for-tests.ts"
import { empty, isEmpty, limits, richText } from "./schema.ts"

const text = (words: string, ...marks: unknown[]) => ({ type: "text", text: words, ...(marks.length ? { marks } : {}) })
const doc = (...content: unknown[]) => ({ type: "doc", content })
const paragraph = (...content: unknown[]) => ({ type: "paragraph", content })
const link = (href: string) => ({ type: "link", attrs: { href } })
const accepts = (value: unknown) => richText.safeParse(value).success

describe("richText", () => {
  it("accepts every text the editor's own schema accepts, and the editor accepts it back", () => {
    const editor = getSchema([StarterKit])
    fc.assert(
      fc.property(anyText, (any) => {
        const stored = richText.parse(any)
        const node = editor.nodeFromJSON(stored)
        node.check()
        assert.ok(accepts(node.toJSON()), "what the editor gives back is accepted")
      }),
      { numRuns: 60 },
    )
  })

  it("accepts an empty field", () => {
    assert.ok(accepts(empty()))
    assert.ok(isEmpty(empty()))
  })

  it("keeps of a link its address only", () => {
    const sent = doc(
      paragraph(text("x", { type: "link", attrs: { href: "https://a.example/", target: "_blank", class: null } })),
    )
    assert.deepEqual(richText.parse(sent), doc(paragraph(text("x", link("https://a.example/")))))
  })

  it("refuses a link that a browser would run", () => {
    for (const href of [
      "javascript:alert(1)",
      "JAVASCRIPT:alert(1)",
      " https://x",
      "data:text/html,x",
      "//x.example",
      "https://",
      'https://a"b',
    ])
      assert.ok(!accepts(doc(paragraph(text("x", link(href))))), href)
    for (const href of ["https://x.example/é?a=1&b#c", "http://x", "mailto:ines@valmont.example"])
      assert.ok(accepts(doc(paragraph(text("x", link(href))))), href)
  })

  it("refuses what is not of its nodes", () => {
    const wrong = [
      null,
      "texte",
      [],
      {},
      doc(),
      doc({ type: "codeBlock" }),
      doc({ type: "image", attrs: { src: "x" } }),
      doc({ type: "heading", attrs: { level: 1 } }),
      doc(paragraph({ type: "text", text: "" })),
      doc(paragraph(text("x", { type: "bold" }, { type: "bold" }))),
      doc(paragraph(text("x", { type: "strike" }))),
      doc({ type: "bulletList", content: [] }),
      doc({ type: "bulletList", content: [{ type: "listItem", content: [{ type: "heading", attrs: { level: 2 } }] }] }),
      { ...doc(paragraph()), extra: 1 },
    ]
    for (const value of wrong) assert.ok(!accepts(value), JSON.stringify(value))
  })

  it("refuses NUL and half of a pair", () => {
    assert.ok(!accepts(doc(paragraph(text("a\u0000b")))))
    assert.ok(!accepts(doc(paragraph(text("a\ud800b")))))
  })

  it("refuses a text nested a hundred thousand deep without falling", () => {
    let nested: unknown = paragraph()
    for (let depth = 0; depth < 100_000; depth++) nested = { type: "blockquote", content: [nested] }
    assert.ok(!accepts(doc(nested)))
  })

  it("refuses a text beyond its limits", () => {
    assert.ok(accepts(doc(paragraph(text("x".repeat(limits.characters))))))
    assert.ok(!accepts(doc(paragraph(text("x".repeat(limits.characters + 1))))))
    assert.ok(!accepts(doc(...Array.from({ length: limits.nodes }, () => paragraph()))))
  })

  it("can be written into the description of the API", () => {
    for (const io of ["input", "output"] as const) assert.ok(z.toJSONSchema(richText, { io }).properties)
  })
})
