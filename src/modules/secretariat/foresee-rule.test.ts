import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { type World, world } from "../../../tests/world.ts"
import { ruleOf } from "../bodies/contract.ts"
import { foreseeRuleOfMeetings } from "../meetings/foresee-rule.ts"
import { prepareMeeting } from "../meetings/prepare.ts"
import { createBody } from "./bodies/create.ts"
import { foreseeRule } from "./rulebook/foresee.ts"
import { readRuleHistory } from "./rulebook/history.ts"
import { overrideRule } from "./rulebook/override.ts"

let w: World
before(async () => {
  w = await world()
})
after(() => w.end())

const key = "be.locale.notice.assembly"
const asked = ({ value = 10, ...more }: { value?: unknown; [other: string]: unknown } = {}) => ({
  bodyId: w.lisle,
  key,
  validFrom: "2026-05-02",
  value: JSON.stringify(value),
  ...more,
})

describe("what changes if", () => {
  it("says the value before and after, and leaves the rulebook as it was", async () => {
    const seen = await w.ask(foreseeRule, asked(), w.people.amina)
    assert.deepEqual([seen.before, seen.after, seen.changes], ["15 jours", "10 jours", true])
    const rule = await w.look((db) => ruleOf(w.lisle, key, Temporal.PlainDate.from("2026-06-01"), db))
    assert.equal(rule?.value, 15)
    assert.equal((await w.ask(foreseeRule, asked({ value: 15 }), w.people.amina)).changes, false)
  })

  it("names the bodies below that have no rule of their own, and no other", async () => {
    const { bodyId } = await w.do(
      createBody,
      { parentId: w.lisle, name: "Équipe", code: "EQF", profile: "be-wallonia-chapter" },
      w.people.amina,
    )
    const follow = async (more: Parameters<typeof asked>[0]) =>
      (await w.ask(foreseeRule, asked(more), w.people.amina)).follow
    assert.deepEqual(await follow({}), [])
    const blank = "be.locale.terms.months"
    assert.deepEqual(
      (await follow({ key: blank, value: 24 })).map(({ id }) => id),
      [bodyId],
    )
  })

  it("gives the same last days as the rule gives once it is written", async () => {
    const types = await w.look((db) =>
      db
        .selectFrom("meeting_types")
        .selectAll()
        .where("body_id", "=", w.lisle)
        .where("notice_rule", "=", key)
        .execute(),
    )
    assert.ok(types.length > 0, "a type of meeting asks this notice")
    const { meetingId } = await w.do(
      prepareMeeting,
      { bodyId: w.lisle, typeId: types[0]!.id, day: "2026-09-30", at: "19:30" },
      w.people.amina,
    )
    const of = async (more: Parameters<typeof asked>[0] = {}) =>
      (await w.ask(foreseeRuleOfMeetings, asked(more), w.people.amina)).meetings.find(({ id }) => id === meetingId)
    const foreseen = (await of())!
    assert.ok(Temporal.PlainDate.compare(foreseen.is!, foreseen.was!) > 0, "a shorter notice leaves more time")
    assert.equal(await of({ value: 15 }), undefined)
    await w.do(overrideRule, { ...asked(), value: 10, basis: "ROI, art. 12", readOn: "2026-04-30" }, w.people.amina)
    const back = (await of({ value: 15 }))!
    assert.deepEqual([String(back.was), String(back.is)], [String(foreseen.is), String(foreseen.was)])
  })

  it("keeps every value with its days, its text and the day it was read", async () => {
    const { rows } = await w.ask(readRuleHistory, { bodyId: w.lisle, key }, w.people.dario)
    assert.deepEqual(
      rows.map(({ words, is_own, valid_from, read_on }) => [words, is_own, valid_from, is_own && read_on]),
      [
        ["10 jours", true, "2026-05-02", "2026-04-30"],
        ["15 jours", false, null, false],
      ],
    )
  })

  it("is told to who may change the rule, and refuses a value nothing could count with", async () => {
    for (const read of [foreseeRule, foreseeRuleOfMeetings])
      for (const actor of [w.people.dario, w.people.ines, w.people.oscar])
        await assert.rejects(w.ask(read, asked(), actor), { code: "not_found" })
    await assert.rejects(w.ask(foreseeRule, asked({ value: "dix" }), w.people.amina), { message: /rule_value/ })
    await assert.rejects(w.ask(readRuleHistory, { bodyId: w.lisle, key }, w.people.ines), { code: "not_found" })
  })
})
