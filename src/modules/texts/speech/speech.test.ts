import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type World, world } from "../../../../tests/world.ts"
import { secondsOf } from "../../../kernel/rich-text/count.ts"
import { addSittingItem } from "../../sittings/items/add.ts"
import { setSpeakingTime } from "../../sittings/prepare/speaking-time.ts"
import { recordSitting } from "../../sittings/record.ts"
import { beginText } from "../begin.ts"
import { readText } from "../read-text.ts"
import { saveText } from "../save.ts"
import { validateText } from "../validate.ts"
import { PACE, paceOf } from "./pace.ts"
import { promptText } from "./prompt.ts"
import { timeText } from "./time.ts"

describe("a pace", () => {
  it("is ours until somebody timed themselves, then the median of their last ten", () => {
    assert.deepEqual(paceOf([]), { words: PACE, timings: 0 })
    const at = (pace: number) => ({ words: pace, seconds: 60 })
    assert.deepEqual(paceOf([at(100)]), { words: 100, timings: 1 })
    assert.deepEqual(paceOf([at(100), at(160), at(120), at(118)]), { words: 119, timings: 4 })
    const one = Array.from({ length: 10 }, () => at(110))
    assert.deepEqual(paceOf([...one, ...Array.from({ length: 30 }, () => at(180))]), { words: 110, timings: 10 })
  })
  it("makes a length, to five seconds", () => {
    assert.deepEqual(
      [0, 1, 130, 140, 400].map((words) => secondsOf(words, 130)),
      [0, 5, 60, 65, 185],
    )
  })
})

describe("a text said aloud", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const words = (count: number) => ({
    type: "doc" as const,
    content: [
      {
        type: "paragraph" as const,
        content: [{ type: "text" as const, text: Array.from({ length: count }, () => "mot").join(" ") }],
      },
    ],
  })
  const speech = async (count: number, more: object = {}) => {
    const said = { bodyId: w.lisle, kind: "speech", title: "Sur la gare", authorId: w.amina, limitMinutes: 2, ...more }
    const { textId } = await w.do(beginText, said, w.people.amina)
    const { text } = await w.ask(readText, { textId }, w.people.amina)
    await w.do(saveText, { textId, doc: words(count), base: text.doc }, w.people.amina)
    return textId
  }

  it("teaches the pace of who said it, whoever wrote it, and of nobody else", async () => {
    const textId = await speech(200)
    await w.do(validateText, { textId }, w.people.amina)
    await w.do(timeText, { textId, seconds: 120 }, w.people.dario)
    assert.deepEqual((await w.ask(promptText, { textId }, w.people.dario)).pace, { words: 100, timings: 1 })
    assert.deepEqual((await w.ask(promptText, { textId }, w.people.amina)).pace, { words: PACE, timings: 0 })
    assert.deepEqual((await w.ask(readText, { textId }, w.people.dario)).pace, { words: PACE, timings: 0 })
    const his = await speech(200, { authorId: w.dario })
    const { pace, missing } = await w.ask(readText, { textId: his }, w.people.amina)
    assert.deepEqual(pace, { words: 100, timings: 1 })
    assert.ok(!missing["texts.validate"]!.some(({ key }) => key === "texts.missing.minutes"))
  })

  it("warns when it lasts longer than the time given, at the speaker’s own pace", async () => {
    const textId = await speech(250)
    await w.do(timeText, { textId, seconds: 150 }, w.people.amina)
    const { missing } = await w.ask(readText, { textId }, w.people.amina)
    assert.deepEqual(missing["texts.validate"]!.find(({ key }) => key === "texts.missing.minutes")?.facts, {
      minutes: 3,
      limit: 2,
    })
  })

  it("is not timed by a few words, nor faster or slower than anybody speaks", async () => {
    await assert.rejects(w.do(timeText, { textId: await speech(19), seconds: 10 }, w.people.amina), {
      code: "texts.too_short_to_time",
    })
    const textId = await speech(100)
    for (const seconds of [5, 600])
      await assert.rejects(w.do(timeText, { textId, seconds }, w.people.amina), { code: "texts.unlikely_pace" })
  })

  it("does not exist for those who do not see it", async () => {
    const textId = await speech(100)
    for (const actor of [w.people.oscar, w.people.dario]) {
      await assert.rejects(w.do(timeText, { textId, seconds: 60 }, actor), { code: "not_found" })
      await assert.rejects(w.ask(promptText, { textId }, actor), { code: "not_found" })
    }
    await w.do(timeText, { textId, seconds: 60 }, await w.holding(["texts.write"]))
  })

  it("counts in the time of its sitting with all that is to be said there", async () => {
    const { sittingId } = await w.do(
      recordSitting,
      {
        bodyId: w.lisle,
        assembly: { name: "Conseil", kind: "be_municipal_council" },
        title: "Conseil de juin",
        day: "2026-06-01",
        at: "19:30",
      },
      w.people.amina,
    )
    const item = async (title: string) => (await w.do(addSittingItem, { sittingId, title }, w.people.amina)).itemId
    const textId = await speech(200, { sittingItemId: await item("Gare") })
    await speech(300, { sittingItemId: await item("École"), limitMinutes: null })
    await speech(300, { kind: "wish", sittingItemId: await item("Vœu") })
    await speech(300)
    const { sitting_time } = await w.ask(readText, { textId }, w.people.amina)
    assert.deepEqual([sitting_time?.texts, sitting_time?.minutes, sitting_time?.budget], [2, 5, null])
    await w.do(setSpeakingTime, { sittingId, minutes: 4 }, w.people.amina)
    assert.equal((await w.ask(readText, { textId }, w.people.amina)).sitting_time?.budget, 4)
  })
})
