import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { getSchema } from "@tiptap/core"
import { history, undo } from "@tiptap/pm/history"
import { EditorState, TextSelection } from "@tiptap/pm/state"
import StarterKit from "@tiptap/starter-kit"
import { becoming } from "./minimal-change.ts"

const schema = getSchema([StarterKit])
const p = (text: string, marks?: object[]) => ({
  type: "paragraph",
  ...(text ? { content: [{ type: "text", text, ...(marks && { marks }) }] } : {}),
})
const list = (...texts: string[]) => ({
  type: "bulletList",
  content: texts.map((text) => ({ type: "listItem", content: [p(text)] })),
})
const doc = (...content: object[]) => schema.nodeFromJSON({ type: "doc", content })
const state = (...content: object[]) =>
  EditorState.create({ doc: doc(...content), plugins: [history({ newGroupDelay: 0 })] })
const come = (now: EditorState, ...content: object[]) =>
  now.apply(becoming(now.tr, doc(...content)).setMeta("addToHistory", false))
const at = (now: EditorState, words: string) => {
  let found = -1
  now.doc.descendants((node, pos) => {
    if (node.isText && node.text!.includes(words)) found = pos + node.text!.indexOf(words) + words.length
  })
  return found
}
const caretAfter = (now: EditorState, words: string) =>
  now.apply(now.tr.setSelection(TextSelection.create(now.doc, at(now, words))))
const before = (now: EditorState) => now.doc.textBetween(0, now.selection.from, "¶")

describe("the words of another", () => {
  it("come in before and after the caret, which stays where it was", () => {
    const mine = caretAfter(state(p("La Région aide les communes."), p("Elle le fait au printemps.")), "fait")
    const now = come(
      mine,
      p("Vu le budget ;"),
      p("La Région aide toutes les communes."),
      p("Chaque année, elle le fait au printemps, en une fois."),
    )
    assert.equal(before(now), "Vu le budget ;¶La Région aide toutes les communes.¶Chaque année, elle le fait")
  })

  it("leave what I wrote between them to be undone", () => {
    let now = caretAfter(state(p("Un deux trois quatre cinq.")), "trois")
    now = now.apply(now.tr.insertText(" et demi"))
    now = come(now, p("Zéro un deux trois et demi quatre cinq six."))
    assert.equal(before(now), "Zéro un deux trois et demi")
    undo(now, (tr) => (now = now.apply(tr)))
    assert.equal(now.doc.textContent, "Zéro un deux trois quatre cinq six.")
  })

  it("make the text that came, whatever it is", () => {
    const texts = [
      [p("Un."), list("a", "b", "c"), p("Deux.")],
      [p("Un."), list("a", "b bis", "c", "d"), p("Deux.")],
      [list("a", "c"), p("Un."), p("Deux.", [{ type: "bold" }])],
      [{ type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "Un." }] }, p(""), p("Trois.")],
      [{ type: "blockquote", content: [p("Un."), p("Deux.")] }],
      [p("")],
      [p("Un 😀 deux."), { type: "orderedList", content: list("x").content }],
    ]
    for (const one of texts)
      for (const other of texts) {
        const now = come(state(...one), ...other)
        assert.ok(now.doc.eq(doc(...other)), `${JSON.stringify(one)} → ${JSON.stringify(other)}`)
        now.doc.check()
      }
  })

  it("do not move the caret in a list, nor in a paragraph beside one that is taken away", () => {
    const mine = caretAfter(state(p("Avant."), list("les gares", "les lycées"), p("Après.")), "les ly")
    assert.match(
      before(come(mine, list("toutes les gares", "les lycées"), p("Après."))),
      /^.*toutes les gares.*les ly$/,
    )
  })
})
