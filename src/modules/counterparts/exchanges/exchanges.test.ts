import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import type { Actor } from "../../../kernel/rule.ts"
import { openMatter } from "../../matters/open.ts"
import { listTasks } from "../../tasks/list.ts"
import { addCounterpart } from "../file/add.ts"
import { readCounterpart } from "../file/read-counterpart.ts"
import { waiting } from "../waiting.ts"
import { correctExchange, removeExchange } from "./correct.ts"
import { listExchanges } from "./list.ts"
import { logExchange } from "./log.ts"
import { readExchange } from "./read-exchange.ts"
import { answerRequest, giveUpRequest, remindRequest, reopenRequest } from "./request.ts"

let w: World
let service: string
before(async () => {
  w = await world()
  const it = { bodyId: w.lisle, nature: "organisation", kind: "public_service", name: "Service des travaux" }
  service = (await w.do(addCounterpart, it, w.people.amina)).counterpartId
})
after(() => w.end())

const said = (more: object = {}) => ({
  bodyId: w.lisle,
  kind: "meeting",
  on: "2026-05-02",
  about: "Le pont des Tanneurs",
  theirsIds: [service],
  oursIds: [w.amina],
  ...more,
})
const logged = async (more: object = {}, actor: Actor = w.people.amina) =>
  (await w.do(logExchange, said(more), actor)).exchangeId
const asked = (more: object = {}, actor?: Actor) =>
  logged({ kind: "request", on: "2026-04-01", answerDue: "2026-04-20", ...more }, actor)
const issue = (field: string, code: string) => (error: any) =>
  error.issues?.[0]?.path[0] === field && error.issues[0].code === code

describe("exchanges", () => {
  trio(
    () => w,
    [
      {
        command: logExchange,
        capability: "counterparts.read",
        input: () => ({ ...said(), oursIds: [], theirsIds: [service] }),
      },
      { command: answerRequest, capability: "counterparts.read", input: async () => ({ exchangeId: await asked() }) },
      {
        command: remindRequest,
        capability: "counterparts.read",
        input: async () => ({ exchangeId: await asked(), due: "2026-05-12" }),
      },
    ],
  )

  it("are corrected, deleted, given up and waited for again by whoever noted them or keeps the file", async () => {
    const given = async () => {
      const exchangeId = await asked()
      await w.do(giveUpRequest, { exchangeId }, w.people.amina)
      return exchangeId
    }
    const acts = [
      [correctExchange, async () => ({ exchangeId: await asked(), ...said() })],
      [removeExchange, async () => ({ exchangeId: await asked() })],
      [giveUpRequest, async () => ({ exchangeId: await asked() })],
      [reopenRequest, async () => ({ exchangeId: await given() })],
    ] as const
    for (const [command, input] of acts) {
      await assert.rejects(w.do(command, await input(), w.people.oscar), { code: "not_found" }, command.name)
      await assert.rejects(w.do(command, await input(), w.people.dario), { code: "not_found" }, command.name)
      await assert.rejects(w.do(command, await input(), await w.holding(["counterparts.read"])), {
        code: "not_allowed",
      })
      // Who corrects keeps those of ours who stand there, without having to see them elsewhere.
      await w.do(command, await input(), await w.holding(["counterparts.read", "counterparts.manage"]))
    }
    const sam = await w.holding(["counterparts.read"])
    const exchangeId = await logged({ oursIds: [] }, sam)
    await w.do(correctExchange, { exchangeId, ...said({ oursIds: [] }), about: "Le pont" }, sam)
    await w.do(removeExchange, { exchangeId }, sam)
  })

  it("hold together", async () => {
    await assert.rejects(logged({ on: "2026-05-09" }), issue("on", "not_yet"))
    await assert.rejects(logged({ theirsIds: [] }), (error: any) => error.issues[0].path[0] === "theirsIds")
    await assert.rejects(logged({ nextStep: "Rappeler", nextOn: "2026-04-30" }), issue("nextOn", "before_exchange"))
    await assert.rejects(asked({ answerDue: "2026-03-01" }), issue("answerDue", "before_exchange"))
    await assert.rejects(logged({ ownerId: w.amina }), issue("nextStep", "required"))
    await assert.rejects(logged({ oursIds: [w.people.oscar.personId] }), { code: "not_found" })
  })

  it("say on the record when it was last dealt with, also once one is corrected or deleted", async () => {
    const { counterpartId } = await w.do(
      addCounterpart,
      { bodyId: w.lisle, nature: "person", name: "Lambert" },
      w.people.amina,
    )
    const last = async () =>
      (await w.ask(readCounterpart, { counterpartId }, w.people.amina)).counterpart.last_on?.toString()
    const theirsIds = [counterpartId]
    await logged({ theirsIds, on: "2026-02-01" })
    const exchangeId = await logged({ theirsIds, on: "2026-03-01" })
    assert.equal(await last(), "2026-03-01")
    await w.do(correctExchange, { exchangeId, ...said({ theirsIds, on: "2026-02-15" }) }, w.people.amina)
    assert.equal(await last(), "2026-02-15")
    await w.do(removeExchange, { exchangeId }, w.people.amina)
    assert.equal(await last(), "2026-02-01")
  })

  it("make a task of their next step, in one transaction, for whoever may be given one", async () => {
    const { matterId } = await w.do(openMatter, { bodyId: w.lisle, title: "Pont" }, w.people.amina)
    const wish = { nextStep: "Rappeler le service", nextOn: "2026-05-10", matterId, ownerId: w.amina }
    const exchangeId = await logged(wish)
    const { rows } = await w.ask(listTasks, { matterId, state: "all" }, w.people.amina)
    assert.deepEqual(
      rows.map(({ what, due, owner_id }) => [what, due?.toString(), owner_id]),
      [["Rappeler le service", "2026-05-10", w.amina]],
    )
    assert.equal((await w.ask(listExchanges, { matterId }, w.people.amina)).rows[0]!.id, exchangeId)
    const sam = await w.holding(["counterparts.read", "people.read"])
    await assert.rejects(logged({ nextStep: "Écrire", ownerId: w.amina, about: "Sans droit", oursIds: [] }, sam), {
      code: "not_allowed",
    })
    assert.equal((await w.ask(listExchanges, { q: "sans droit" }, w.people.amina)).rows.length, 0)
    await logged({ nextStep: "Écrire", ownerId: sam.personId, oursIds: [] }, sam)
  })

  it("stand on a matter of their body that one sees, and are confidential with it", async () => {
    const { matterId } = await w.do(
      openMatter,
      { bodyId: w.lisle, title: "Plainte", confidential: true },
      w.people.amina,
    )
    const exchangeId = await logged({ matterId, said: "Zibeline" })
    assert.equal((await w.ask(readExchange, { exchangeId }, w.people.amina)).exchange.confidential, true)
    const sam = await w.holding(["counterparts.read"])
    await assert.rejects(logged({ matterId, oursIds: [] }, sam), issue("matterId", "not_of_this_body"))
  })

  it("rest encrypted when confidential, and are read by who noted them, took part or is entitled", async () => {
    const [author, there, other] = [
      await w.holding(["counterparts.read"]),
      await w.holding(["counterparts.read"]),
      await w.holding(["counterparts.read"]),
    ]
    const exchangeId = await logged(
      { confidential: true, said: "Zibeline", nextStep: "Zibeline", oursIds: [author.personId] },
      author,
    )
    await w.look((db) =>
      db
        .insertInto("exchange_ours")
        .values({ organisation_id: w.organisation, exchange_id: exchangeId, person_id: there.personId! })
        .execute(),
    )
    for (const actor of [author, there, w.people.amina])
      assert.equal((await w.ask(readExchange, { exchangeId }, actor)).exchange.said, "Zibeline")
    await assert.rejects(w.ask(readExchange, { exchangeId }, other), { code: "not_found" })
    assert.equal(
      (await w.ask(listExchanges, { counterpartId: service, limit: 200 }, other)).rows.some(
        ({ id }) => id === exchangeId,
      ),
      false,
    )
    const stored = async () => {
      const client = new (await import("pg")).default.Client(w.owner)
      await client.connect()
      const { rows } = await client.query("select said, next_step, answer from exchanges where id = $1", [exchangeId])
      await client.end()
      return JSON.stringify(rows)
    }
    assert.doesNotMatch(await stored(), /Zibeline/)
    await w.do(correctExchange, { exchangeId, ...said({ said: "Zibeline", oursIds: [author.personId] }) }, author)
    assert.match(await stored(), /Zibeline/)
  })
})

describe("a request to the services", () => {
  const lines = async (actor: Actor) =>
    (await w.look((db) => waiting({ ...w.equipment, db, actor, now: w.now } as never))).filter(
      ({ key }) => key === "exchanges.waiting.answer",
    )

  it("waits on the page of whoever made it once its answer is due, until it is answered, given up or reminded", async () => {
    const sam = await w.holding(["counterparts.read"])
    const due = async (id: string) => (await lines(sam)).find(({ at }) => at.endsWith(id))?.due?.toString()
    const request = () => asked({ oursIds: [] }, sam)
    const [a, b, c] = [await request(), await request(), await request()]
    assert.equal(await due(a), "2026-04-20")
    assert.equal((await lines(w.people.dario)).length, 0)
    assert.ok((await w.ask(listExchanges, { state: "late" }, sam)).rows.some(({ id }) => id === a))
    await w.do(answerRequest, { exchangeId: a, answer: "Oui" }, sam)
    await w.do(giveUpRequest, { exchangeId: b }, sam)
    await w.do(remindRequest, { exchangeId: c, due: "2026-05-12" }, sam)
    assert.deepEqual([await due(a), await due(b), await due(c)], [undefined, undefined, "2026-05-12"])
    const { exchange } = await w.ask(readExchange, { exchangeId: c }, sam)
    assert.deepEqual([exchange.reminders, exchange.reminded_on?.toString()], [1, "2026-05-02"])
    await assert.rejects(w.do(answerRequest, { exchangeId: a }, sam), { code: "exchanges.already_answered" })
    await assert.rejects(w.do(remindRequest, { exchangeId: b, due: "2026-05-12" }, sam), {
      code: "exchanges.already_given_up",
    })
    await assert.rejects(w.do(reopenRequest, { exchangeId: c }, sam), { code: "exchanges.still_waiting" })
    await w.do(reopenRequest, { exchangeId: a }, sam)
    assert.equal(await due(a), "2026-04-20")
    await assert.rejects(w.do(remindRequest, { exchangeId: a, due: "2026-05-01" }, sam), issue("due", "past_day"))
    await assert.rejects(w.do(answerRequest, { exchangeId: a, on: "2026-03-01" }, sam), issue("on", "before_exchange"))
    await assert.rejects(w.do(answerRequest, { exchangeId: await logged() }, w.people.amina), {
      code: "exchanges.no_request",
    })
  })
})
