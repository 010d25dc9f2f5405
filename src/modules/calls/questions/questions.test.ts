import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { answerQuestion } from "../questions/answer.ts"
import { askCandidates } from "../questions/ask.ts"
import { letQuestionThrough } from "../questions/let-through.ts"
import { listQuestions } from "../questions/list.ts"
import { setQuestionAside } from "../questions/set-aside.ts"
import type { Actor } from "../../../kernel/rule.ts"
import { type CallsWorld, callsWorld, refused } from "../../../../tests/calls-world.ts"

let w: CallsWorld["w"]
let lea: CallsWorld["lea"]
let hugo: CallsWorld["hugo"]
let published: CallsWorld["published"]
let stands: CallsWorld["stands"]
before(async () => {
  ;({ w, lea, hugo, published, stands } = await callsWorld())
})
after(() => w.end())

describe("the questions to candidates", () => {
  it("are read by whoever manages first, and set aside with a reason that who asked reads", async () => {
    const callId = await published({ shown: "at_once" })
    await assert.rejects(w.do(askCandidates, { callId, text: "Qui ?" }, hugo), refused("calls.nobody_to_ask"))
    const candidacyId = await stands(callId, lea)
    const { questionId } = await w.do(askCandidates, { callId, candidacyId, text: "Pourquoi vous ?" }, hugo)
    const texts = async (actor: Actor) => (await w.ask(listQuestions, { callId }, actor)).rows.map(({ state }) => state)
    assert.deepEqual([await texts(hugo), await texts(w.people.amina), await texts(lea)], [["waiting"], ["waiting"], []])
    await assert.rejects(w.do(letQuestionThrough, { questionId }, hugo), refused("not_allowed"))
    await w.do(letQuestionThrough, { questionId }, w.people.amina)
    await assert.rejects(w.do(answerQuestion, { questionId, text: "Moi." }, hugo), refused("not_allowed"))
    await w.do(answerQuestion, { questionId, text: "Parce que je compte." }, lea)
    await w.do(answerQuestion, { questionId, text: "Parce que je compte bien." }, lea)
    const [line] = (await w.ask(listQuestions, { callId }, w.people.dario)).rows
    assert.deepEqual(
      line!.answers.map(({ text }) => text),
      ["Parce que je compte bien."],
    )
    await w.do(setQuestionAside, { questionId, reason: "Trop personnel." }, w.people.amina)
    assert.deepEqual((await w.ask(listQuestions, { callId }, w.people.dario)).rows, [])
    assert.equal((await w.ask(listQuestions, { callId }, hugo)).rows[0]!.reason, "Trop personnel.")
  })

  it("are asked only once candidates are shown", async () => {
    const callId = await published()
    await stands(callId, lea)
    await assert.rejects(w.do(askCandidates, { callId, text: "Qui ?" }, hugo), refused("calls.not_shown"))
  })
})
