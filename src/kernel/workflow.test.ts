import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { missing, taken, workflow } from "./workflow.ts"

describe("a workflow", () => {
  const letter = workflow({
    states: ["draft", "sent", "withdrawn"],
    stateOf: (it: { state: "draft" | "sent" | "withdrawn"; text: string }) => it.state,
    transitions: [
      {
        by: "send",
        from: ["draft"],
        to: "sent",
        needs: ({ text }) => [
          ...(text ? [] : [{ key: "letter.no_text" }]),
          { key: "letter.no_reference", only_warns: true },
        ],
      },
      { by: "withdraw", from: ["draft", "sent"], to: "withdrawn" },
    ],
  })

  it("says what is missing for each step that can be taken from here", () =>
    assert.deepEqual(missing(letter, { state: "draft", text: "" }), {
      send: [{ key: "letter.no_text" }, { key: "letter.no_reference", only_warns: true }],
      withdraw: [],
    }))
  it("is not taken while something is missing", () =>
    assert.throws(() => taken(letter, { state: "draft", text: "" }, "send"), { code: "something_missing" }))
  it("is taken in spite of a warning", () => assert.equal(taken(letter, { state: "draft", text: "a" }, "send"), "sent"))
  it("is not taken from another state", () =>
    assert.throws(() => taken(letter, { state: "withdrawn", text: "a" }, "send"), { code: "wrong_state" }))
})
