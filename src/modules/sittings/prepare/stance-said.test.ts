import assert from "node:assert/strict"
import { before, describe, it } from "node:test"
import { loadWords } from "../../../words.ts"
import { stances } from "../kinds.ts"
import { proposalOf } from "./bring-to-meeting.ts"
import { stanceSaidIn } from "./stance-said.ts"

describe("the vote that a decision says", () => {
  before(() => loadWords())

  it("is the one of the sentence proposed to the meeting, in each language", () => {
    for (const language of ["fr", "en"] as const)
      for (const stance of stances)
        assert.equal(stanceSaidIn(proposalOf(language, { stance, stance_condition: null })!), stance)
  })

  it("is the one that the meeting wrote instead", () => {
    for (const [text, stance] of [
      ["Nous votons contre le rapport 214.", "against"],
      ["Le groupe s’abstient, si notre amendement tombe.", "abstain"],
      ["Nous nous abstiendrons.", "abstain"],
      ["Les élu·es ne prendront pas part au vote.", "apart"],
      ["Liberté de vote.", "free"],
      ["Le groupe votera en faveur du plan.", "for"],
    ] as const)
      assert.equal(stanceSaidIn(text), stance, text)
  })

  it("is left to whoever reads where none is said, or two are", () => {
    for (const text of [
      "Le groupe dépose l’amendement 12.",
      "Le groupe ne vote pas pour.",
      "Le groupe vote pour si l’amendement passe, et s’abstient sinon.",
    ])
      assert.equal(stanceSaidIn(text), null, text)
  })

  it("is proposed with its condition, and not at all before there is one", () => {
    assert.equal(
      proposalOf("fr", { stance: "for", stance_condition: "si notre amendement est adopté" }),
      "Le groupe vote pour, si notre amendement est adopté.",
    )
    assert.equal(proposalOf("fr", { stance: null, stance_condition: null }), null)
  })
})
