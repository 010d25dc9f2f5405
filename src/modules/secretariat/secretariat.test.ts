import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { trio } from "../../../tests/trio.ts"
import { type World, world } from "../../../tests/world.ts"
import { profiles, ruleOf } from "../bodies/contract.ts"
import { capabilities } from "../mandates/contract.ts"
import { recordMandate } from "../mandates/record.ts"
import { closeMatter } from "../matters/close.ts"
import { openMatter } from "../matters/open.ts"
import { cancelMeeting } from "../meetings/cancel.ts"
import { prepareMeeting } from "../meetings/prepare.ts"
import { dropTasks } from "../tasks/drop.ts"
import { beginText } from "../texts/begin.ts"
import { dropText } from "../texts/drop.ts"
import { giveTask } from "../tasks/give.ts"
import { format } from "../../kernel/words/words.ts"
import { changeBody } from "./bodies/change.ts"
import { closeBody } from "./bodies/close.ts"
import { createBody } from "./bodies/create.ts"
import { listBodies } from "./bodies/list.ts"
import { addFunction } from "./functions/add.ts"
import { changeFunction } from "./functions/change.ts"
import { endFunction } from "./functions/end.ts"
import { listFunctions } from "./functions/list.ts"
import { overrideRule } from "./rulebook/override.ts"
import { readRulebook } from "./rulebook/read.ts"
import { ruleName } from "../bodies/contract.ts"
import { valueWords } from "./rulebook/value-words.ts"

let w: World
before(async () => {
  w = await world()
})
after(() => w.end())

let count = 0
const body = (more: object = {}) => ({
  parentId: w.lisle,
  name: "Équipe vélo",
  code: `EV${count++}`,
  profile: "be-wallonia-chapter",
  ...more,
})
const notice = "be.locale.notice.assembly"
const override = (more: object = {}) => ({
  bodyId: w.lisle,
  key: notice,
  value: 21,
  validFrom: "2026-05-02",
  basis: "ROI, art. 12",
  ...more,
})
const defined = (more: object = {}) => ({ name_f: "Archiviste", name_m: "Archiviste", name_n: "Archives", ...more })
const done = async <T = any>(command: any, input: unknown) => (await w.do(command, input, w.people.amina)) as T
const webmaster = () => functionOf("webmaster")
const functionOf = (key: string) =>
  w.look(
    async (db) =>
      (
        await db
          .selectFrom("functions")
          .select("id")
          .where("body_id", "=", w.lisle)
          .where("key", "=", key)
          .executeTakeFirstOrThrow()
      ).id,
  )

describe("the settings of a body", () => {
  trio(
    () => w,
    [
      { command: createBody, capability: "bodies.manage", input: () => body() },
      { command: changeBody, capability: "bodies.manage", input: () => ({ bodyId: w.lisle, name: "Locale de Lisle" }) },
      {
        command: overrideRule,
        capability: "bodies.manage",
        input: () => override({ key: "be.locale.auditors", value: 3 }),
      },
      { command: addFunction, capability: "bodies.manage", input: () => defined({ bodyId: w.lisle }) },
      {
        command: changeFunction,
        capability: "bodies.manage",
        input: async () => defined({ functionId: await webmaster(), capabilities: [] }),
      },
      {
        command: endFunction,
        capability: "bodies.manage",
        input: async () => ({ functionId: (await done(addFunction, defined({ bodyId: w.lisle }))).functionId }),
      },
    ],
  )
})

describe("bodies.create", () => {
  it("gives the new body its rulebook, its functions and a first mandate, under its parent", async () => {
    const { bodyId } = await done(createBody, body({ name: "Équipe jeunes", founderId: w.dario }))
    const { bodies } = await w.ask(listBodies, {}, w.people.dario)
    const mine = bodies.find(({ id }) => id === bodyId)!
    assert.deepEqual([mine.parent_id, mine.depth, mine.mine, mine.may_manage], [w.lisle, 1, true, true])
    const { functions } = await w.ask(listFunctions, { bodyId }, w.people.dario)
    assert.equal(functions.length, profiles["be-wallonia-chapter"].functions.length)
    assert.deepEqual(
      functions.flatMap(({ holders }) => holders.map(({ name }) => name)),
      ["Dario Lemmens"],
    )
    assert.equal((await w.look((db) => ruleOf(bodyId, notice, Temporal.PlainDate.from("2026-05-02"), db)))?.value, 15)
  })

  it("refuses a code that is taken, naming the field", () =>
    assert.rejects(done(createBody, body({ code: "BRU" })), (error: any) => {
      assert.deepEqual(error.issues, [{ path: ["code"], code: "code_taken", facts: {} }])
      return true
    }))
})

describe("bodies.close", () => {
  const closing = async () => {
    const { bodyId } = await done(createBody, body({ name: "Équipe d’un été", founderId: w.dario }))
    return bodyId as string
  }
  const close = (bodyId: string, actor = w.people.dario) => w.do(closeBody, { bodyId }, actor)

  it("is refused to another organisation, and to a member without mandate", async () => {
    const bodyId = await closing()
    await assert.rejects(close(bodyId, w.people.oscar), { code: "not_found" })
    await assert.rejects(close(bodyId, await w.holding([])), { code: "not_allowed" })
  })

  it("is refused while something is open in it, saying what", async () => {
    const bodyId = await closing()
    const { matterId } = await w.do(openMatter, { bodyId, title: "Potager" }, w.people.dario)
    await assert.rejects(close(bodyId), { code: "bodies.has_matters" })
    await w.do(closeMatter, { matterId }, w.people.dario)
    const { taskId } = await w.do(giveTask, { bodyId, what: "Ranger" }, w.people.dario)
    await assert.rejects(close(bodyId), { code: "bodies.has_tasks" })
    await w.do(dropTasks, { taskIds: [taskId], word: "plus besoin" }, w.people.dario)
    const { meetingId } = await w.do(prepareMeeting, { bodyId, day: "2026-06-02", at: "20:00" }, w.people.dario)
    await assert.rejects(close(bodyId), { code: "bodies.has_meetings" })
    await w.do(cancelMeeting, { meetingId, reason: "on arrête" }, w.people.dario)
    const { textId } = await w.do(beginText, { bodyId, kind: "wish", title: "Un vœu" }, w.people.dario)
    await assert.rejects(close(bodyId), { code: "bodies.has_texts" })
    await w.do(dropText, { textId, note: "on arrête" }, w.people.dario)
    const below = await w.do(createBody, body({ parentId: bodyId }), w.people.dario)
    await assert.rejects(close(bodyId), { code: "bodies.has_bodies" })
    await close(below.bodyId)
    assert.deepEqual(await close(bodyId), { bodyId, mandates: 1, grants: 0 })
    await assert.rejects(close(w.lisle, w.people.amina), { code: "bodies.at_the_top" })
  })

  it("keeps its past for its members, and lets nothing begin", async () => {
    const bodyId = await closing()
    await close(bodyId)
    const { rules } = await w.ask(readRulebook, { bodyId }, w.people.dario)
    assert.ok(rules.length > 10)
    const { bodies } = await w.ask(listBodies, {}, w.people.dario)
    const closed = bodies.find(({ id }) => id === bodyId)!
    assert.deepEqual([String(closed.closed_on), closed.mine, closed.may_manage], ["2026-05-02", true, false])
    await assert.rejects(w.do(openMatter, { bodyId, title: "Encore" }, w.people.dario), { code: "not_found" })
    await assert.rejects(w.do(giveTask, { bodyId, what: "Encore", ownerId: w.dario }, w.people.dario), {
      code: "not_found",
    })
  })
})

describe("functions.end", () => {
  it("ends its mandates that day, and is offered no more", async () => {
    const functionId = await functionOf("welcome-lead")
    await done(recordMandate, { personId: w.dario, functionId, since: "2026-01-01", origin: "vote" })
    assert.equal((await done(endFunction, { functionId })).mandates, 1)
    const { functions } = await w.ask(listFunctions, { bodyId: w.lisle }, w.people.dario)
    assert.ok(!functions.some(({ id }) => id === functionId))
    await assert.rejects(done(endFunction, { functionId }), { code: "not_found" })
  })

  it("is refused when nobody could give a mandate any more", async () => {
    const { bodyId } = await done(createBody, body({ founderId: w.dario }))
    const { functions } = await w.ask(listFunctions, { bodyId }, w.people.dario)
    const held = functions.find(({ holders }) => holders.length > 0)!
    await assert.rejects(w.do(endFunction, { functionId: held.id }, w.people.dario), { code: "functions.last_power" })
  })
})

describe("rules.override", () => {
  it("holds from its day, and shows what it replaces and where it comes from", async () => {
    await done(overrideRule, override({ validFrom: "2026-06-01" }))
    const on = async (day: string) =>
      (await w.ask(readRulebook, { bodyId: w.lisle, on: day }, w.people.dario)).rules.find(({ key }) => key === notice)!
    assert.equal((await on("2026-05-31")).words, "15 jours")
    const own = await on("2026-06-01")
    assert.deepEqual(
      [own.words, own.is_own, own.legal_basis, own.replaces?.words],
      ["21 jours", true, "ROI, art. 12", "15 jours"],
    )
  })

  it("refuses a value nothing could count with", async () => {
    const bad = [
      { value: "quinze" },
      { value: -1 },
      { key: "be.locale.quorum.assembly", value: { of: "everybody" } },
      { key: "be.locale.proxies", value: 2 },
      { key: "be.locale.majority", value: { majority: { kind: "huge" } } },
    ]
    for (const more of bad)
      await assert.rejects(done(overrideRule, override(more)), { message: /rule_value|invalid/ }, JSON.stringify(more))
  })

  it("refuses a key no rulebook knows", () =>
    assert.rejects(done(overrideRule, override({ key: "be.nothing.known" })), { code: "not_found" }))
})

describe("bodies.readRulebook", () => {
  it("names every rule and says every value in words, in both languages", () => {
    for (const { rules } of Object.values(profiles))
      for (const rule of rules)
        for (const language of ["fr", "en"] as const) {
          assert.notEqual(ruleName(language, rule.key), rule.key)
          assert.doesNotMatch(ruleName(language, rule.key), /bodies\./)
          const words = valueWords(language, rule)
          assert.equal(words === null, rule.value === null, rule.key)
          assert.doesNotMatch(words ?? "", /secretariat\.|undefined|NaN|_/, rule.key)
        }
  })

  it("asks about what nobody has said yet", async () => {
    const { rules } = await w.ask(readRulebook, { bodyId: w.brume }, w.people.ines)
    const asked = rules.filter(({ words }) => words === null)
    assert.ok(asked.length > 3)
    for (const { ask } of asked) assert.ok(ask)
  })

  it("is not shown to whoever is not of the body", () =>
    assert.rejects(w.ask(readRulebook, { bodyId: w.lisle }, w.people.ines), { code: "not_found" }))
})

describe("functions.change", () => {
  it("gives nobody a right that who changes it does not have", async () => {
    const manager = await w.holding(["bodies.manage"])
    const functionId = await webmaster()
    const more = (capability: string) => defined({ functionId, capabilities: [capability] })
    await assert.rejects(w.do(changeFunction, more("people.manage"), manager), { code: "functions.not_yours" })
    await w.do(changeFunction, more("bodies.manage"), manager)
    const answer = await done(changeFunction, more("people.manage"))
    assert.deepEqual([answer.gained, answer.lost], [["people.manage"], ["bodies.manage"]])
  })

  it("takes the second factor off for nobody who has not given it", async () => {
    const functionId = await webmaster()
    await done(changeFunction, defined({ functionId, second_factor: true }))
    const manager = await w.holding(["bodies.manage"])
    const weak = { ...manager, awaitsSecondFactor: true as const }
    await assert.rejects(w.do(changeFunction, defined({ functionId }), weak), { code: "second_factor_needed" })
    await w.do(changeFunction, defined({ functionId }), manager)
  })
})

describe("functions.list", () => {
  it("says where the body falls short of its own rules", async () => {
    const { functions, warnings } = await w.ask(listFunctions, { bodyId: w.lisle }, w.people.dario)
    const short = warnings.map(({ code, function_id }) => [code, functions.find(({ id }) => id === function_id)?.key])
    assert.ok(short.some(([code, key]) => code === "nobody" && key === "political-secretary"))
  })
})

describe("capabilities", () => {
  it("each have their words", () => {
    for (const one of capabilities) assert.notEqual(format("fr", `capability.${one}`), `capability.${one}`)
  })
})
