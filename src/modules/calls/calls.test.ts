import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { sql } from "kysely"
import { trio } from "../../../tests/trio.ts"
import { newId } from "../../kernel/id.ts"
import { cancelCall } from "./cancel.ts"
import { admitCandidacy } from "./candidacies/admit.ts"
import { enterCandidacy } from "./candidacies/enter.ts"
import { refuseCandidacy } from "./candidacies/refuse.ts"
import { withdrawCandidacy } from "./candidacies/withdraw.ts"
import { changeCall } from "./change.ts"
import { closeCall } from "./close.ts"
import { closedCall } from "./closed.ts"
import { extendCall } from "./extend.ts"
import { tellBody } from "./letters.ts"
import { listCalls } from "./list.ts"
import { publishCall } from "./publish.ts"
import { askCandidates } from "./questions/ask.ts"
import { letQuestionThrough } from "./questions/let-through.ts"
import { setQuestionAside } from "./questions/set-aside.ts"
import { readModel } from "./read-model.ts"
import { writeCall } from "./write.ts"
import { type CallsWorld, callsWorld, refused, invalid, later } from "../../../tests/calls-world.ts"

let w: CallsWorld["w"]
let lea: CallsWorld["lea"]
let hugo: CallsWorld["hugo"]
let member: CallsWorld["member"]
let fields: CallsWorld["fields"]
let written: CallsWorld["written"]
let published: CallsWorld["published"]
let stands: CallsWorld["stands"]
let entered: CallsWorld["entered"]
let admit: CallsWorld["admit"]
let close: CallsWorld["close"]
let read: CallsWorld["read"]
let drawn: CallsWorld["drawn"]
before(async () => {
  ;({ w, lea, hugo, member, fields, written, published, stands, entered, admit, close, read, drawn } =
    await callsWorld())
})
after(() => w.end())

describe("calls", () => {
  const byAmina = async () => ({ candidacyId: await entered(await published()) })
  const asked = async () => {
    const callId = await published({ shown: "at_once" })
    await entered(callId)
    return { questionId: (await w.do(askCandidates, { callId, text: "Pourquoi ?" }, lea)).questionId }
  }
  trio(
    () => w,
    [
      { command: writeCall, capability: "decisions.manage", input: () => ({ bodyId: w.lisle, ...fields() }) },
      {
        command: changeCall,
        capability: "decisions.manage",
        input: async () => ({ callId: await written(), ...fields() }),
      },
      { command: publishCall, capability: "decisions.manage", input: async () => ({ callId: await written() }) },
      { command: cancelCall, capability: "decisions.manage", input: async () => ({ callId: await written() }) },
      {
        command: enterCandidacy,
        capability: "decisions.manage",
        input: async () => {
          const callId = await published()
          // Who types a letter sees whom it is from: their own, here.
          return { callId, personId: w.dario, receivedOn: "2026-05-02", statement: "Par lettre." }
        },
      },
      { command: letQuestionThrough, capability: "decisions.manage", input: asked },
      {
        command: setQuestionAside,
        capability: "decisions.manage",
        input: async () => ({ ...(await asked()), reason: "Déjà posée." }),
      },
      { command: admitCandidacy, capability: "decisions.manage", input: byAmina },
      {
        command: refuseCandidacy,
        capability: "decisions.manage",
        input: async () => ({ ...(await byAmina()), reason: "Trop tard." }),
      },
    ],
  )
})

describe("the end of a call", () => {
  it("is for whoever holds decisions.manage, closed or put off", async () => {
    const callId = await published()
    const put = { callId, endsOn: "2026-06-01", endsAt: "20:00" }
    for (const [actor, code] of [
      [w.people.oscar, "not_found"],
      [w.people.dario, "not_allowed"],
    ] as const) {
      await assert.rejects(w.do(extendCall, put, actor, later), refused(code))
      await assert.rejects(w.do(closeCall, { callId, evenIfShort: true }, actor, later), refused(code))
    }
    const manager = await w.holding(["decisions.manage"])
    await w.do(extendCall, put, manager, later)
    const after = { now: Temporal.Instant.from("2026-06-02T08:00:00Z") }
    await w.do(closeCall, { callId, evenIfShort: true }, manager, after)
  })
})

describe("a call", () => {
  it("is seen by those of the body once it is published, with the text of the model as it then was", async () => {
    const callId = await written({ seats: 2, parity: "half" })
    await assert.rejects(read(callId, w.people.dario), refused("not_found"))
    await w.do(publishCall, { callId }, w.people.amina)
    const { call } = await read(callId, w.people.dario)
    assert.match(call.text, /Locale de Lisle – appel à candidatures pour\s: /)
    assert.match(call.text, /2 sièges sont à pourvoir\. Il y aura autant de femmes que d’hommes/)
    assert.match(call.text, /jusqu’au mercredi 20 mai 2026, 20\sh\./)
    const { rows } = await w.ask(listCalls, { bodyId: w.lisle, when: "open" }, w.people.dario)
    assert.ok(rows.some(({ id }) => id === callId))
  })

  it("may say its own words, and does not change once it was read", async () => {
    const callId = await written({ text: "Venez !" })
    await w.do(changeCall, { callId, ...fields({ text: "Venez nombreux !" }) }, w.people.amina)
    await w.do(publishCall, { callId }, w.people.amina)
    assert.equal((await read(callId, w.people.dario)).call.text, "Venez nombreux !")
    await assert.rejects(w.do(changeCall, { callId, ...fields() }, w.people.amina), refused("calls.published"))
  })

  it("shows its model while it is being filled, with dots for what is missing", async () => {
    const { text } = await w.ask(readModel, { bodyId: w.lisle, who: "anyone", seats: 1 }, w.people.amina)
    assert.match(text, /pour\s: …\. Un siège est à pourvoir\./)
  })

  it("refuses what does not fit together", async () => {
    const write = (more: object) => w.do(writeCall, { bodyId: w.lisle, ...fields(more) }, w.people.amina)
    await assert.rejects(write({ functionId: null }), invalid("required"))
    await assert.rejects(write({ functionId: newId() }), invalid("unknown"))
    await assert.rejects(write({ parity: "pair", seats: 3 }), invalid("calls.does_not_fit"))
    await assert.rejects(write({ parity: "least", least: 2, seats: 3 }), invalid("calls.does_not_fit"))
    await assert.rejects(write({ who: "holders" }), invalid("required"))
    await assert.rejects(write({ endsOn: "2026-05-01" }), invalid("calls.past"))
    const callId = await written()
    await assert.rejects(w.do(publishCall, { callId }, w.people.amina, later), refused("calls.ends_before"))
  })

  it("writes once to each member, and not after it is given up", async () => {
    const callId = await published({ title: "Courrier" })
    const tell = () =>
      w.look((db) => tellBody("calls-open", callId, { ...w.equipment, actor: w.people.amina, db, now: w.now }))
    const count = async () => {
      const { rows } = await w.look((db) =>
        sql<{ person_id: string }>`select person_id from sendings where content->>'call_id' = ${callId}`.execute(db),
      )
      return rows.length
    }
    await tell()
    const first = await count()
    assert.ok(first >= 3)
    await tell()
    assert.equal(await count(), first)
    const other = await published()
    await w.do(cancelCall, { callId: other }, w.people.amina)
    await assert.rejects(stands(other, lea), refused("calls.cancelled"))
  })
})

describe("the close of a call", () => {
  it("waits for the last moment, and for an answer to each", async () => {
    const callId = await published()
    const candidacyId = await stands(callId, lea)
    await assert.rejects(w.do(closeCall, { callId }, w.people.amina), refused("calls.not_yet"))
    await assert.rejects(close(callId), refused("calls.unanswered"))
    await admit(candidacyId)
    await close(callId)
    await assert.rejects(close(callId), refused("calls.closed"))
  })

  it("draws the order once and shows it to all; who withdraws afterwards keeps their place, marked", async () => {
    const callId = await drawn()
    const { candidates } = await read(callId, w.people.dario)
    assert.deepEqual(
      candidates!.map(({ place }) => place),
      [1, 2],
    )
    const first = await w.look((db) =>
      db
        .selectFrom("candidacies")
        .select(["id", "person_id"])
        .where("call_id", "=", callId)
        .where("place", "=", 1)
        .executeTakeFirstOrThrow(),
    )
    await w.do(withdrawCandidacy, { candidacyId: first.id }, first.person_id === lea.personId ? lea : hugo)
    const after = (await read(callId, w.people.dario)).candidates!
    assert.deepEqual([after[0]!.place, after[0]!.withdrawn_at !== null, after[0]!.statement], [1, true, ""])
    const closed = await w.look((db) => closedCall(callId, { db }))
    assert.deepEqual(
      [closed!.function_key, closed!.seats, closed!.candidates.map(({ place }) => place)],
      ["treasurer", 1, [2]],
    )
    await assert.rejects(w.do(withdrawCandidacy, { candidacyId: first.id }, lea), (error: { code: string }) =>
      ["calls.withdrawn", "not_allowed"].includes(error.code),
    )
  })

  it("gives two of the same name their places, and no gender that the file does not know", async () => {
    const callId = await published()
    for (const form of ["f", "n"] as const)
      await admit(await stands(callId, await member(form, "2020-01-01", ["Marie", "Dubois"])))
    await close(callId)
    const { candidates } = (await w.look((db) => closedCall(callId, { db })))!
    assert.deepEqual(
      candidates.map(({ name }) => name),
      ["Marie Dubois (1)", "Marie Dubois (2)"],
    )
    assert.deepEqual(new Set(candidates.map(({ gender }) => gender)), new Set(["f", null]))
  })

  it("is put off only when there are too few, and says by which rule", async () => {
    const callId = await published({ seats: 2, parity: "pair" })
    await admit(await stands(callId, hugo))
    const dates = { callId, endsOn: "2026-06-01", endsAt: "20:00" }
    await assert.rejects(w.do(extendCall, dates, w.people.amina), refused("calls.not_yet"))
    assert.deepEqual((await read(callId, w.people.amina, later.now)).shortage!.is, "too_few")
    await admit(await entered(callId))
    assert.deepEqual((await read(callId, w.people.amina, later.now)).shortage, {
      is: "parity",
      have: 2,
      seats: 2,
      women: 0,
      men: 2,
    })
    await assert.rejects(close(callId), refused("calls.short"))
    await w.do(extendCall, dates, w.people.amina, later)
    const again = await read(callId, lea, later.now)
    assert.deepEqual([again.call.state, again.extensions[0]!.because], ["open", "parity"])
    await admit(await stands(callId, lea, {}, later))
    await assert.rejects(
      w.do(extendCall, { ...dates, endsOn: "2026-07-01" }, w.people.amina, {
        now: Temporal.Instant.from("2026-06-02T08:00:00Z"),
      }),
      refused("calls.enough"),
    )
  })

  it("may be done with too few, when that is said", async () => {
    const callId = await published({ seats: 3 })
    await admit(await stands(callId, lea))
    assert.equal((await close(callId, { evenIfShort: true })).short, true)
  })
})
