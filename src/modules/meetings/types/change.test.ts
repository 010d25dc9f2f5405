import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { prepareMeeting } from "../prepare.ts"
import { readMeeting } from "../read-meeting.ts"
import { listTypes } from "../read-types.ts"
import { addType, changeType, endType } from "./change.ts"

describe("types.change", () => {
  let w: World
  before(async () => {
    w = await world()
  })
  after(() => w.end())

  const said = (more = {}) => ({
    name: "Café politique",
    minutes: 60,
    convenes: "members",
    confidential: false,
    agenda: [{ title: "Tour de table", purpose: "discuss", minutes: 20 }],
    ...more,
  })
  const added = async () => (await w.do(addType, { bodyId: w.lisle, ...said() }, w.people.amina)).typeId
  const prepared = async (typeId: string) =>
    (await w.do(prepareMeeting, { bodyId: w.lisle, typeId, day: "2026-05-21", at: "19:30" }, w.people.amina)).meetingId
  const titles = async (meetingId: string) =>
    (await w.ask(readMeeting, { meetingId }, w.people.amina)).items.map(({ title }) => title)

  trio(
    () => w,
    [
      { command: addType, capability: "bodies.manage", input: () => ({ bodyId: w.lisle, ...said() }) },
      { command: changeType, capability: "bodies.manage", input: async () => ({ typeId: await added(), ...said() }) },
      { command: endType, capability: "bodies.manage", input: async () => ({ typeId: await added() }) },
    ],
  )

  it("gives its agenda to the next meetings, and leaves those already prepared alone", async () => {
    const typeId = await added()
    const first = await prepared(typeId)
    const agenda = [{ title: "Invité du mois", purpose: "inform", minutes: 40 }]
    await w.do(changeType, { typeId, ...said({ agenda }) }, w.people.amina)
    assert.deepEqual(await titles(first), ["Tour de table"])
    assert.deepEqual(await titles(await prepared(typeId)), ["Invité du mois"])
  })

  it("shows the approval of the last minutes where it will stand: first", async () => {
    const typeId = await added()
    const approval = { title: "Procès-verbal", purpose: "decide", minutes: 5, automatic: "approve-minutes" }
    await w.do(changeType, { typeId, ...said({ agenda: [...said().agenda, approval] }) }, w.people.amina)
    const { rows } = await w.ask(listTypes, { bodyId: w.lisle }, w.people.amina)
    assert.equal(rows.find(({ id }) => id === typeId)?.agenda[0]?.automatic, "approve-minutes")
  })

  it("takes its functions and its rules, and keeps those that are not said", async () => {
    const typeId = await added()
    const rules = { notice_rule: "be.locale.notice.statutory", quorum_rule: "be.locale.quorum.statutory" }
    const of = async () =>
      (await w.ask(listTypes, { bodyId: w.lisle }, w.people.amina)).rows.find(({ id }) => id === typeId)!
    const change = (more: object) => w.do(changeType, { typeId, ...said(more) }, w.people.amina)
    await change({ ...rules, convenes: "holders", functions: ["treasurer", "auditor"] })
    await change({ convenes: "holders" })
    const type = await of()
    assert.deepEqual(
      [type.notice_rule, type.quorum_rule, type.proxy_rule, type.functions],
      [rules.notice_rule, rules.quorum_rule, null, ["treasurer", "auditor"]],
    )
    await change({ notice_rule: null })
    assert.equal((await of()).notice_rule, null)
  })

  it("refuses a rule that counts something else, or that no rulebook has, and an unknown function", async () => {
    const typeId = await added()
    const refused = [
      { quorum_rule: "be.locale.notice.statutory" },
      { notice_rule: "be.nothing.known" },
      { functions: ["nobody-knows"] },
    ]
    for (const more of refused)
      await assert.rejects(
        w.do(changeType, { typeId, ...said(more) }, w.people.amina),
        (error: any) => ["unknown_rule", "unknown_function"].includes(error.issues[0].code),
        JSON.stringify(more),
      )
  })

  it("is no longer offered once retired", async () => {
    const typeId = await added()
    await w.do(endType, { typeId }, w.people.amina)
    const { rows } = await w.ask(listTypes, { bodyId: w.lisle }, w.people.dario)
    assert.ok(!rows.some(({ id }) => id === typeId))
    await assert.rejects(prepared(typeId), (error: any) => {
      assert.equal(error.issues[0].code, "unknown_type")
      return true
    })
    await assert.rejects(w.do(changeType, { typeId, ...said() }, w.people.amina), { code: "types.ended" })
  })
})
