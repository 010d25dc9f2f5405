import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type World, world } from "../../../tests/world.ts"
import { answerAssemblyRules } from "../sittings/assemblies/answer-rules.ts"
import { completeRules } from "../sittings/assemblies/rules-nightly.ts"
import { addSittingItem } from "../sittings/items/add.ts"
import { recordSitting } from "../sittings/record.ts"
import { readChain } from "../sittings/walloon/read-chain.ts"
import { readTask } from "../tasks/read-task.ts"
import { beginText } from "./begin.ts"
import { listTexts } from "./list.ts"
import { lodgeText } from "./lodge.ts"
import { pickSittingItem } from "./pick-item.ts"
import { readText } from "./read-text.ts"
import { saveText } from "./save.ts"
import { signText } from "./sign.ts"
import { validateText } from "./validate.ts"

const words = {
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text: "La rue est fermée." }] }],
}

describe("a text for a council that no item carries", () => {
  let w: World
  before(async () => (w = await world()))
  after(() => w.end())

  let serial = 0
  const council = async () =>
    (await w.do(
      recordSitting,
      {
        bodyId: w.lisle,
        assembly: { name: `Conseil ${++serial}`, kind: "be_municipal_council" },
        title: `Conseil ${serial}`,
        day: "2026-05-12",
        at: "19:30",
        convenedOn: "2026-05-01",
      },
      w.people.amina,
    )) as { sittingId: string; assemblyId: string }
  const written = async (more: object) => {
    const said = { bodyId: w.lisle, kind: "deliberation", title: "Rue scolaire", authorId: w.amina, ...more }
    const { textId } = await w.do(beginText, said as never, w.people.amina)
    const { text } = await w.ask(readText, { textId }, w.people.amina)
    await w.do(saveText, { textId, doc: words, base: text.doc } as never, w.people.amina)
    return textId as string
  }
  const step = async (sittingId: string, name: string) =>
    (await w.ask(readChain, { sittingId }, w.people.amina)).steps.find((one) => one.step === name)!

  it("has the last day of its sitting, and stands among the texts written for it", async () => {
    const { sittingId } = await council()
    const textId = await written({ sittingId })
    const { text, deadline } = await w.ask(readText, { textId }, w.people.amina)
    assert.deepEqual(
      [text.sitting_title, String(deadline?.last), deadline?.article],
      [`Conseil ${serial}`, "2026-05-06", "CDLD L1122-24"],
    )
    const { rows } = await w.ask(listTexts, { sittingId }, w.people.amina)
    assert.deepEqual(
      rows.map(({ id }) => id),
      [textId],
    )
    const found = await w.ask(pickSittingItem, { bodyId: w.lisle, sittingId }, w.people.amina)
    assert.deepEqual(
      found.rows.map(({ id, is_sitting }) => [id, is_sitting]),
      [[sittingId, true]],
    )
    const ofNobody = { bodyId: w.brume, kind: "deliberation", title: "Ailleurs", sittingId }
    const brume = await w.holding(["texts.write"], w.brume)
    await assert.rejects(w.do(beginText, ofNobody as never, brume), /not_of_this_body/)
  })

  it("is not validated without its note, and settles its step with its task when it is lodged in time", async () => {
    const { sittingId } = await council()
    const bare = await written({ sittingId })
    await assert.rejects(w.do(validateText, { textId: bare }, w.people.amina), { code: "something_missing" })
    const textId = await written({ sittingId, fields: { grounds: "Deux cents enfants traversent." } })
    await w.do(validateText, { textId }, w.people.amina)
    const { task } = await step(sittingId, "added_item")
    await w.do(lodgeText, { textId, on: "2026-05-02" }, w.people.amina)
    const settled = await step(sittingId, "added_item")
    assert.deepEqual([settled.state, settled.bySaying], ["done", false])
    assert.equal((await w.ask(readTask, { taskId: task!.id }, w.people.amina)).task.state, "done")
  })

  it("settles nothing too late, nor when it is about an item that stands there", async () => {
    const { sittingId } = await council()
    const textId = await written({ sittingId, fields: { grounds: "Une note." } })
    await w.do(validateText, { textId }, w.people.amina)
    await w.do(lodgeText, { textId }, w.people.amina, { now: Temporal.Instant.from("2026-05-09T10:00:00Z") })
    assert.notEqual((await step(sittingId, "added_item")).state, "done")
    const { itemId } = await w.do(addSittingItem, { sittingId, title: "Taxe" }, w.people.amina)
    const other = await written({ sittingItemId: itemId })
    await w.do(validateText, { textId: other }, w.people.amina)
    await w.do(lodgeText, { textId: other, on: "2026-05-02" }, w.people.amina)
    assert.notEqual((await step(sittingId, "added_item")).state, "done")
  })

  it("counts the oral questions of its author against what the assembly’s rules allow", async () => {
    const { sittingId, assemblyId } = await council()
    const question = { kind: "topical_question", sittingId, fields: { addressee: "l’échevin" } }
    const first = await written(question)
    assert.equal((await w.ask(readText, { textId: first }, w.people.amina)).allowed, null)
    const answers = [{ key: "be.cc.oral_questions_max", value: 1 }]
    await w.do(answerAssemblyRules, { assemblyId, answers, basis: "ROI, art. 66" }, w.people.amina)
    await written(question)
    const { allowed } = await w.ask(readText, { textId: first }, w.people.amina)
    assert.deepEqual(allowed, { max: 1, written: 2, article: "ROI, art. 66" })
    assert.equal((await w.ask(readChain, { sittingId }, w.people.amina)).questions?.max, 1)
    await w.do(validateText, { textId: first }, w.people.amina)
    await w.do(signText, { textId: first }, w.people.amina)
    await w.do(lodgeText, { textId: first }, w.people.amina)
    assert.equal((await step(sittingId, "oral_question")).state, "done")
  })
})

describe("a body that follows an assembly", () => {
  it("has the rules that became known since from the next night, and keeps what it says itself", async () => {
    const w = await world()
    const said = { name: "Conseil", kind: "be_municipal_council" as const }
    const sitting = { bodyId: w.lisle, assembly: said, title: "Conseil", day: "2026-05-12", at: "19:30" }
    await w.do(recordSitting, sitting as never, w.people.amina)
    const rules = (key: string) =>
      w.look((db) =>
        db.selectFrom("rules").select("value").where("body_id", "=", w.lisle).where("key", "=", key).execute(),
      )
    await w.look((db) => db.deleteFrom("rules").where("key", "=", "be.cc.prepare_meeting").execute())
    await w.look((db) =>
      db.updateTable("rules").set({ value: "9" }).where("key", "=", "be.cc.prepare_release").execute(),
    )
    const night = () =>
      w.look((db) => completeRules({ ...w.equipment, actor: { ...w.people.amina, personId: null }, db, now: w.now }))
    await night()
    await night()
    assert.deepEqual(await rules("be.cc.prepare_meeting"), [{ value: 4 }])
    assert.deepEqual(await rules("be.cc.prepare_release"), [{ value: 9 }])
    await w.end()
  })
})
