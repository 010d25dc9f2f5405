import assert from "node:assert/strict"
import { after, before, beforeEach, describe, it } from "node:test"
import { sql } from "kysely"
import { trio } from "../../../tests/trio.ts"
import { type World, world } from "../../../tests/world.ts"
import { eraseHeld, heldOf } from "../../kernel/held-of.ts"
import { newId } from "../../kernel/id.ts"
import type { Actor } from "../../kernel/rule.ts"
import { keepFile, mayOpen } from "../documents/contract.ts"
import { cancelCall } from "./cancel.ts"
import { admitCandidacy } from "./candidacies/admit.ts"
import { changeCandidacy } from "./candidacies/change.ts"
import { enterCandidacy } from "./candidacies/enter.ts"
import { refuseCandidacy } from "./candidacies/refuse.ts"
import { stand } from "./candidacies/stand.ts"
import { withdrawCandidacy } from "./candidacies/withdraw.ts"
import { changeCall } from "./change.ts"
import { closeCall } from "./close.ts"
import { closedCall } from "./closed.ts"
import { extendCall } from "./extend.ts"
import { tellBody, tellCandidate } from "./letters.ts"
import { listCalls } from "./list.ts"
import { publishCall } from "./publish.ts"
import { readCall } from "./read-call.ts"
import { readModel } from "./read-model.ts"
import { waiting } from "./waiting.ts"
import { writeCall } from "./write.ts"

let w: World
let functionId: string
let lea: Actor
let hugo: Actor
before(async () => {
  w = await world()
  functionId = await w.look(
    async (db) =>
      (
        await db
          .selectFrom("functions")
          .select("id")
          .where("body_id", "=", w.lisle)
          .where("key", "=", "treasurer")
          .executeTakeFirstOrThrow()
      ).id,
  )
  lea = await member("f")
  hugo = await member("m")
})
after(() => w.end())

/** One more member of Lisle. */
const member = async (form: "f" | "m" | "n", since = "2025-01-01", name?: [string, string]): Promise<Actor> => {
  const actor = await w.holding([])
  await w.look(async (db) => {
    await db
      .updateTable("people")
      .set({ form, ...(name && { given_name: name[0], family_name: name[1] }) })
      .where("id", "=", actor.personId!)
      .execute()
    await db
      .insertInto("memberships")
      .values({
        organisation_id: w.organisation,
        id: newId(),
        person_id: actor.personId!,
        body_id: w.lisle,
        ring: "member",
        since: Temporal.PlainDate.from(since),
        until: null,
        dues_until: null,
      })
      .execute()
  })
  return actor
}

const fields = (more: object = {}) => ({
  title: "Trésorerie",
  functionId,
  seats: 1,
  who: "members",
  endsOn: "2026-05-20",
  endsAt: "20:00",
  ...more,
})
const written = async (more: object = {}) =>
  (await w.do(writeCall, { bodyId: w.lisle, ...fields(more) }, w.people.amina)).callId as string
const published = async (more: object = {}) => {
  const callId = await written(more)
  await w.do(publishCall, { callId }, w.people.amina)
  return callId
}
const said = { statement: "Je sais compter.", accepts: true }
const stands = async (callId: string, actor: Actor, more: object = {}, at: object = {}) =>
  (await w.do(stand, { callId, ...said, ...more }, actor, at)).candidacyId as string
const entered = async (callId: string, personId = w.dario) =>
  (await w.do(enterCandidacy, { callId, personId, receivedOn: "2026-05-02", statement: "Par lettre." }, w.people.amina))
    .candidacyId as string
const admit = (candidacyId: string, more: object = {}) => w.do(admitCandidacy, { candidacyId, ...more }, w.people.amina)
const later = { now: Temporal.Instant.from("2026-05-20T18:00:00Z") }
const close = (callId: string, more: object = {}) => w.do(closeCall, { callId, ...more }, w.people.amina, later)
const read = (callId: string, actor = w.people.amina, at = w.now) => w.ask(readCall, { callId }, actor, at)
const refused = (code: string) => ({ code })
const invalid = (code: string) => (error: { issues?: { code: string }[] }) => error.issues?.[0]?.code === code
const drawn = async () => {
  const callId = await published()
  for (const actor of [lea, hugo]) await admit(await stands(callId, actor))
  await close(callId)
  return callId
}

describe("calls", () => {
  const byAmina = async () => ({ candidacyId: await entered(await published()) })
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
      { command: admitCandidacy, capability: "decisions.manage", input: byAmina },
      {
        command: refuseCandidacy,
        capability: "decisions.manage",
        input: async () => ({ ...(await byAmina()), reason: "Trop tard." }),
      },
    ],
  )
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

describe("somebody who stands", () => {
  let callId: string
  beforeEach(async () => {
    callId = await published({ endsOn: "2026-05-19" })
  })

  it("waits nowhere once they stand, and is seen by nobody but the secretariat until the close", async () => {
    const mine = async () =>
      (await w.look((db) => waiting({ ...w.equipment, actor: lea, db, now: w.now }))).some(
        ({ at }) => at === `/appels/${callId}`,
      )
    assert.equal(await mine(), true)
    await stands(callId, lea)
    assert.equal(await mine(), false)
    const seen = await read(callId, w.people.dario)
    assert.deepEqual([seen.candidates, seen.managed, seen.shortage], [null, null, null])
    const { managed } = await read(callId)
    assert.match(managed![0]!.standing!.why, /membre depuis le 1er janvier 2025/)
    assert.equal((await read(callId, lea)).me.candidacy!.statement, said.statement)
  })

  it("stands once, even from two devices at once", async () => {
    const both = await Promise.allSettled([stands(callId, lea), stands(callId, lea)])
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"])
    await assert.rejects(stands(callId, lea), refused("calls.stands_already"))
  })

  it("says that they accept, within the length that is asked of all", async () => {
    await assert.rejects(stands(callId, lea, { accepts: false }), invalid("calls.accepts"))
    await assert.rejects(stands(callId, lea, { statement: "a".repeat(2001) }), invalid("calls.too_long"))
  })

  it("changes and withdraws as long as it is open, and may come back", async () => {
    const candidacyId = await stands(callId, lea)
    await w.do(changeCandidacy, { candidacyId, statement: "Je compte bien." }, lea)
    await assert.rejects(
      w.do(changeCandidacy, { candidacyId, statement: "Je triche." }, w.people.amina),
      refused("calls.not_yours"),
    )
    await assert.rejects(w.do(changeCandidacy, { candidacyId, statement: "Moi." }, hugo), refused("not_allowed"))
    await w.do(withdrawCandidacy, { candidacyId }, lea)
    assert.equal((await read(callId, lea)).me.candidacy!.statement, "")
    assert.equal(await stands(callId, lea), candidacyId)
  })

  it("comes too late after the last moment, to the minute", async () => {
    await assert.rejects(stands(callId, lea, {}, later), refused("calls.over"))
    const candidacyId = await stands(callId, lea)
    await assert.rejects(w.do(changeCandidacy, { candidacyId, statement: "Si." }, lea, later), refused("calls.over"))
  })

  it("reads why they may not, and may be entered and admitted with a reason", async () => {
    const other = await published({ minMonths: 24, title: "Ancien" })
    await assert.rejects(stands(other, lea), (error: { code: string; facts: { why: string } }) => {
      assert.match(error.facts.why, /membre depuis moins de 24 mois, peut se présenter à partir du 1er janvier 2027/)
      return error.code === "calls.not_eligible"
    })
    const candidacyId = await entered(other, lea.personId!)
    await assert.rejects(admit(candidacyId), invalid("calls.against_the_rule"))
    await admit(candidacyId, { reason: "Membre de la régionale depuis 2019." })
    const { managed } = await read(other)
    assert.deepEqual([managed![0]!.admitted, managed![0]!.standing!.fits], [true, false])
  })

  it("may be a stranger to the body where anybody may stand, and nobody’s stranger to whoever types the letter", async () => {
    const other = await published({ who: "anyone" })
    await w.known(w.ines)
    const candidacyId = await entered(other, w.ines)
    assert.equal((await admit(candidacyId)).admitted, true)
    await assert.rejects(entered(other, newId()), refused("not_found"))
    await assert.rejects(
      w.do(
        enterCandidacy,
        { callId: other, personId: w.dario, receivedOn: "2026-05-21", statement: "Tard." },
        w.people.amina,
        later,
      ),
      invalid("calls.too_late"),
    )
  })

  it("is told which function could not be held beside this one", async () => {
    const auditor = await w.look((db) =>
      db
        .selectFrom("functions")
        .select(["id", "excludes"])
        .where("body_id", "=", w.lisle)
        .where("key", "=", "auditor")
        .executeTakeFirstOrThrow(),
    )
    await w.look((db) => sql`update functions set excludes = '{treasurer}' where id = ${auditor.id}`.execute(db))
    await w.look((db) =>
      db
        .insertInto("mandates")
        .values({
          organisation_id: w.organisation,
          id: newId(),
          person_id: hugo.personId!,
          function_id: auditor.id,
          body_id: w.lisle,
          since: Temporal.PlainDate.from("2026-01-01"),
          until: null,
          origin: "founding",
          origin_id: null,
          origin_note: null,
        })
        .execute(),
    )
    const { me } = await read(callId, hugo)
    assert.match(me.standing!.cautions[0]!, /ne se cumule pas avec/)
    assert.equal(me.standing!.fits, true)
  })

  it("is told why they were refused, once", async () => {
    const candidacyId = await stands(callId, lea)
    await w.do(refuseCandidacy, { candidacyId, reason: "La fonction est déjà la vôtre." }, w.people.amina)
    const { me } = await read(callId, lea)
    assert.deepEqual([me.candidacy!.admitted, me.candidacy!.reason], [false, "La fonction est déjà la vôtre."])
    const tell = () =>
      w.look((db) => tellCandidate(candidacyId, { ...w.equipment, actor: w.people.amina, db, now: w.now }))
    await tell()
    await tell()
    const { rows } = await w.look((db) =>
      sql`select from sendings where content->>'candidacy_id' = ${candidacyId}`.execute(db),
    )
    assert.equal(rows.length, 1)
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

describe("what is held of a candidate", () => {
  it("is theirs to read, and goes when they are erased, but for the place that was drawn", async () => {
    const callId = await drawn()
    const noted = await w.look((db) => heldOf(lea.personId!, { db, held: w.equipment.held }))
    const group = noted.groups.find(({ key }) => key === "held.candidacies.person_id")
    assert.ok(group!.lines.some(({ note, what }) => note === said.statement && what === "Trésorerie"))
    await assert.rejects(
      w.look(async (db) => {
        await eraseHeld(lea.personId!, { db, held: w.equipment.held })
        const rows = await db
          .selectFrom("candidacies")
          .select(["statement", "reason", "standing", "place"])
          .where("call_id", "=", callId)
          .where("person_id", "=", lea.personId!)
          .execute()
        assert.deepEqual(
          { ...rows[0], place: rows[0]!.place !== null },
          { statement: "", reason: null, standing: null, place: true },
        )
        throw new Error("back")
      }),
      /back/,
    )
  })

  it("shows a photo to those of the body only once candidates are shown, and keeps none that was replaced", async () => {
    const callId = await published()
    const png = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    )
    const keep = (name: string, content: Uint8Array, actor = lea) =>
      w.look((db) => keepFile({ bodyId: w.lisle, name, content }, { ...w.equipment, actor, db, now: w.now }))
    const open = (fileId: string, actor: Actor) =>
      w.look(async (db) => {
        const file = await db.selectFrom("files").selectAll().where("id", "=", fileId).executeTakeFirst()
        return file && mayOpen(file, { ...w.equipment, actor, db, now: w.now })
      })
    const photoId = await keep("lea.png", png)
    await assert.rejects(
      stands(callId, lea, { photoId: await keep("lea.txt", new TextEncoder().encode("Moi.")) }),
      invalid("calls.not_a_picture"),
    )
    await assert.rejects(stands(callId, hugo, { photoId }), invalid("unknown"))
    const candidacyId = await stands(callId, lea, { photoId })
    assert.deepEqual([await open(photoId, w.people.dario), await open(photoId, w.people.amina)], [false, true])
    const second = await keep("lea-2.png", Buffer.concat([png]))
    await w.do(changeCandidacy, { candidacyId, statement: "Mieux.", photoId: second }, lea)
    assert.equal(await open(photoId, lea), undefined)
    await admit(candidacyId)
    await close(callId)
    assert.equal(await open(second, w.people.dario), true)
    await w.do(withdrawCandidacy, { candidacyId }, lea)
    assert.equal(await open(second, w.people.dario), undefined)
  })
})
