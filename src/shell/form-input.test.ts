import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { inputOf } from "./form-input.ts"

describe("the input of a form", () => {
  it("sends ids for picks and files", () =>
    assert.deepEqual(
      inputOf({ who: [{ id: "7", picked: true, words: "Inès" }], paper: { fileId: "f", name: "a.pdf" } }, {}),
      {
        who: ["7"],
        paper: "f",
      },
    ))
  it("tells a text that was emptied from one that was never filled", () =>
    assert.deepEqual(inputOf({ place: "", note: "" }, { place: "Valmont" }), { place: null, note: undefined }))
  it("leaves structured texts as they are", () =>
    assert.deepEqual(inputOf({ text: { type: "doc", content: [] } }, {}), { text: { type: "doc", content: [] } }))
})
