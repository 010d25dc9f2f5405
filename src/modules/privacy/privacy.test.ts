import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { sql } from "kysely"
import { trio } from "../../../tests/trio.ts"
import { type World, world } from "../../../tests/world.ts"
import { system } from "../../kernel/job.ts"
import { giveAccess } from "../accounts/contract.ts"
import { addPerson } from "../people/add.ts"
import { listPeople } from "../people/list.ts"
import { readPerson } from "../people/read-person.ts"
import { giveConsent } from "./consents/give.ts"
import { listConsents } from "./consents/list.ts"
import { withdrawConsent } from "./consents/withdraw.ts"
import { erasePerson } from "./erasure/erase.ts"
import { foreseeErasure } from "./erasure/foresee.ts"
import { readHeld } from "./read-held.ts"
import { chooseBasis } from "./register/choose.ts"
import { readRegister } from "./register/read.ts"
import { closeRequest, extendRequest } from "./requests/close.ts"
import { listRequests } from "./requests/list.ts"
import { receiveRequest } from "./requests/receive.ts"
import { keepPerson } from "./retention/keep.ts"
import { runRetention } from "./retention/nightly.ts"
import { sendHeld } from "./send-held.ts"
import { waiting } from "./waiting.ts"

let w: World
before(async () => (w = await world()))
after(() => w.end())

/** Somebody new in Lisle, alone with what happens to them. */
const somebody = async (family_name: string, more: Record<string, unknown> = {}): Promise<string> => {
  const { personId } = await w.do(
    addPerson,
    {
      bodyId: w.lisle,
      given_name: "Léon",
      family_name,
      email: `${family_name
        .normalize("NFD")
        .replaceAll(/[^\w-]/g, "")
        .toLowerCase()}@lisle.example`,
      sure: true,
      membership: { ring: "member", since: "2020-01-01" },
      ...more,
    },
    w.people.amina,
  )
  return personId as string
}

describe("what a body owes the people it knows", () => {
  trio(
    () => w,
    [
      {
        command: giveConsent,
        capability: "privacy.manage",
        input: async () => ({
          personId: await somebody("Accord"),
          purpose: "photos",
          words: "Oui.",
          on: "2026-04-01",
          means: "paper",
        }),
      },
      {
        command: sendHeld,
        capability: "privacy.manage",
        input: async () => ({ personId: await somebody("Envoi") }),
      },
      {
        command: erasePerson,
        capability: "privacy.manage",
        input: async () => ({ personId: await somebody("Oubli") }),
      },
      {
        command: chooseBasis,
        capability: "privacy.manage",
        input: () => ({ bodyId: w.lisle, purpose: "members", basis: "consent" }),
      },
      {
        command: closeRequest,
        capability: "privacy.manage",
        input: async () => ({ ...(await asked("Close")), state: "answered", answer: "Fait." }),
      },
      {
        command: extendRequest,
        capability: "privacy.manage",
        input: async () => ({ ...(await asked("Longue")), reason: "Archives sur papier." }),
      },
    ],
  )

  const asked = async (name: string) => {
    const personId = await somebody(name)
    const { requestId } = await w.do(receiveRequest, { personId, kind: "access" }, w.people.amina)
    return { requestId }
  }
})

describe("privacy.held", () => {
  it("tells a person all that is held about them, and nobody else but who answers for it", async () => {
    const held = await w.ask(readHeld, { personId: w.dario }, w.people.dario)
    assert.equal(held.details.family_name, "Lemmens")
    assert.deepEqual(
      held.groups.map(({ title }) => title),
      ["Adhésions"],
    )
    assert.equal(held.groups[0]!.lines[0]!.kind, "membre")
    await w.ask(readHeld, { personId: w.dario }, await w.holding(["privacy.manage"]))
    for (const actor of [w.people.ines, w.people.oscar, await w.holding(["people.read", "people.manage"])])
      await assert.rejects(w.ask(readHeld, { personId: w.dario }, actor), { code: "not_found" })
  })

  it("says who opened the file, once a day for each reader, and not oneself", async () => {
    const personId = await somebody("Ouvert")
    const before = await w.ask(readHeld, { personId }, w.people.amina)
    assert.deepEqual(before.openings, [])
    for (let n = 0; n < 3; n++) await w.ask(readPerson, { personId }, w.people.amina)
    await w.ask(readPerson, { personId }, w.as(personId))
    const { openings } = await w.ask(readHeld, { personId }, w.as(personId))
    assert.deepEqual(
      openings.map(({ by, times, day }) => ({ by, times, day: day.toString() })),
      [{ by: "Amina Belkacem", times: 3, day: "2026-05-02" }],
    )
  })

  it("does not note who sees a name without the details", async () => {
    const personId = await somebody("Aperçu")
    await w.ask(readPerson, { personId }, w.people.dario)
    assert.deepEqual((await w.ask(readHeld, { personId }, w.as(personId))).openings, [])
  })

  it("is sent to the address in the file, and not to who has none", async () => {
    const personId = await somebody("Courrier")
    await w.do(sendHeld, { personId }, w.people.amina)
    const { rows } = await w.look((db) =>
      sql<{ address: string }>`
      select address from sendings where person_id = ${personId} and kind = 'privacy-held'`.execute(db),
    )
    assert.deepEqual(rows, [{ address: "courrier@lisle.example" }])
    const byPost = await somebody("Poste", { email: null })
    await assert.rejects(w.do(sendHeld, { personId: byPost }, w.people.amina), { code: "privacy.no_email" })
  })
})

describe("a request by right", () => {
  it("is due a month after it came in, appears in Today, and is answered once", async () => {
    const personId = await somebody("Demande")
    const { requestId } = await w.do(receiveRequest, { personId, kind: "erasure", on: "2026-04-30" }, w.people.amina)
    const mine = await w.ask(listRequests, { personId }, w.as(personId))
    assert.equal(mine.rows[0]!.due.toString(), "2026-05-30")
    assert.equal(mine.rows[0]!.may_close, false)
    assert.ok(await waits(personId))
    await w.do(closeRequest, { requestId, state: "declined", answer: "Mandat en cours." }, w.people.amina)
    assert.ok(!(await waits(personId)))
    await assert.rejects(w.do(closeRequest, { requestId, state: "answered", answer: "Fait." }, w.people.amina), {
      code: "privacy.closed_already",
    })
  })

  it("comes from the person themselves, once of each kind", async () => {
    const personId = await somebody("Seul")
    await w.do(receiveRequest, { personId, kind: "objection" }, w.as(personId))
    await assert.rejects(w.do(receiveRequest, { personId, kind: "objection" }, w.as(personId)), {
      code: "privacy.asked_already",
    })
    await assert.rejects(w.do(receiveRequest, { personId, kind: "access" }, w.people.dario), { code: "not_allowed" })
    await assert.rejects(w.do(receiveRequest, { personId, kind: "access", on: "2026-05-03" }, w.as(personId)), {
      issues: [{ path: ["on"], code: "not_yet", facts: {} }],
    })
  })

  it("is extended once by two months, in time, with a reason", async () => {
    const personId = await somebody("Complexe")
    const { requestId } = await w.do(receiveRequest, { personId, kind: "access", on: "2026-04-20" }, w.people.amina)
    await w.do(extendRequest, { requestId, reason: "Dix ans d’archives." }, w.people.amina)
    const { rows } = await w.ask(listRequests, { personId }, w.people.amina)
    assert.equal(rows[0]!.due.toString(), "2026-07-20")
    await assert.rejects(w.do(extendRequest, { requestId, reason: "Encore." }, w.people.amina), {
      code: "privacy.extended_already",
    })
    const late = await w.do(
      receiveRequest,
      { personId: await somebody("Tard"), kind: "access", on: "2026-03-01" },
      w.people.amina,
    )
    await assert.rejects(w.do(extendRequest, { requestId: late.requestId, reason: "Oublié." }, w.people.amina), {
      code: "privacy.extended_too_late",
    })
  })

  const waits = async (personId: string) => {
    const all = await w.look((db) => waiting({ ...w.equipment, db, actor: w.people.amina, now: w.now }))
    return all.some(({ at }) => at === `/personnes/${personId}/vie-privee`)
  }
})

describe("a consent", () => {
  it("keeps its words and its proof, and is taken back by the person", async () => {
    const personId = await somebody("Oui")
    const { consentId } = await w.do(
      giveConsent,
      {
        personId,
        purpose: "letters",
        words: "Je veux des nouvelles.",
        on: "2026-04-01",
        means: "paper",
        proof: "classeur 3",
      },
      w.people.amina,
    )
    await assert.rejects(w.do(withdrawConsent, { consentId }, w.people.dario), { code: "not_allowed" })
    await w.do(withdrawConsent, { consentId }, w.as(personId))
    const { rows } = await w.ask(listConsents, { personId }, w.as(personId))
    assert.deepEqual(
      rows.map(({ words, proof, withdrawn_on }) => [words, proof, withdrawn_on?.toString()]),
      [["Je veux des nouvelles.", "classeur 3", "2026-05-02"]],
    )
    await assert.rejects(w.do(withdrawConsent, { consentId }, w.as(personId)), { code: "privacy.already_withdrawn" })
  })
})

describe("an erasure", () => {
  it("takes the name and details everywhere, and leaves rows that name nobody", async () => {
    const personId = await somebody("Dupuis-Effacé", { phone: "0470 00 00 01", note: "Vient à vélo" })
    await w.look(async (db) => {
      await giveAccess({ organisation: w.organisation, personId, email: "dupuis@lisle.example" }, db)
    })
    await w.do(erasePerson, { personId }, w.people.amina)
    const { rows } = await w.look((db) => sql`select * from people where id = ${personId}`.execute(db))
    const [left] = rows as Record<string, unknown>[]
    assert.equal(left!["family_name"], "effacée")
    for (const column of ["email", "phone", "note", "street", "town"]) assert.equal(left![column], null, column)
    assert.match(String(left!["folded"]), /^ effacee personne$/)
    const text = await everything()
    for (const word of ["dupuis", "0470 00 00 01", "vélo"]) assert.ok(!text.includes(word), word)
    await assert.rejects(w.ask(readPerson, { personId }, w.people.amina), { code: "not_found" })
    await assert.rejects(w.ask(readHeld, { personId }, w.people.amina), { code: "not_found" })
    const list = await w.ask(listPeople, { bodyId: w.lisle, q: "effacée" }, w.people.amina)
    assert.deepEqual(list.rows, [])
  })

  it("is foreseen: what goes, what is emptied, what stays without a name", async () => {
    const personId = await somebody("Prévu")
    await w.do(
      giveConsent,
      { personId, purpose: "photos", words: "Oui.", on: "2026-04-01", means: "spoken" },
      w.people.amina,
    )
    const { fates } = await w.ask(foreseeErasure, { personId }, w.people.amina)
    assert.deepEqual(
      fates.map(({ key, fate }) => [key, fate]),
      [
        ["held.memberships.person_id", "kept"],
        ["held.consents.person_id", "deleted"],
      ],
    )
  })

  it("is refused while somebody is in office, and of oneself", async () => {
    await assert.rejects(w.do(erasePerson, { personId: w.amina }, w.people.amina), { code: "privacy.not_oneself" })
    const other = await w.holding(["people.read"])
    await assert.rejects(w.do(erasePerson, { personId: other.personId }, w.people.amina), { code: "privacy.in_office" })
  })

  /** Every table of the organisation as text, in small letters. */
  const everything = () =>
    w.look(async (db) => {
      const { rows: tables } = await sql<{ name: string }>`
        select table_name as name from information_schema.columns
         where table_schema = 'public' and column_name = 'organisation_id' and table_name not in ('accesses', 'sessions', 'api_keys')`.execute(
        db,
      )
      let text = ""
      for (const { name } of tables) {
        const { rows } = await sql<{ row: string }>`select lower(t::text) as row from ${sql.table(name)} t`.execute(db)
        text += rows.map(({ row }) => row).join("\n")
      }
      return text
    })
})

describe("the rules of conservation", () => {
  const night = (on: string) =>
    w.look((db) =>
      runRetention({
        ...w.equipment,
        db,
        actor: system(w.organisation),
        now: Temporal.Instant.from(`${on}T02:00:00Z`),
      }),
    )
  const due = async (personId: string) => {
    const { rows } = await w.look((db) =>
      sql<{ due: string }>`
      select due::text as due from erasures_due where person_id = ${personId}`.execute(db),
    )
    return rows[0]?.due
  }
  const erased = async (personId: string) => {
    const { rows } = await w.look((db) =>
      sql<{ erased: boolean }>`
      select erased_on is not null as erased from people where id = ${personId}`.execute(db),
    )
    return rows[0]!.erased
  }

  it("announce who has had no link for three years, and forget them thirty days later", async () => {
    const personId = await somebody("Ancien", {
      membership: { ring: "member", since: "2015-01-01", until: "2019-12-31" },
    })
    const here = await somebody("Présent")
    await agedTo(personId, "2019-01-01")
    await night("2026-05-03")
    assert.equal(await due(personId), "2026-06-02")
    assert.equal(await due(here), undefined)
    await night("2026-06-01")
    assert.equal(await erased(personId), false)
    await night("2026-06-02")
    assert.equal(await erased(personId), true)
    assert.equal(await due(personId), undefined)
    const { runs } = await w.ask(readRegister, { bodyId: w.lisle }, w.people.amina)
    assert.equal(runs.find(({ on_day }) => on_day.toString() === "2026-06-02")!.erased, 1)
  })

  it("spare whoever came back, and whoever is kept for a reason until a day", async () => {
    const back = await somebody("Revenu", { membership: { ring: "member", since: "2015-01-01", until: "2019-12-31" } })
    const kept = await somebody("Gardé", { membership: { ring: "member", since: "2015-01-01", until: "2019-12-31" } })
    for (const one of [back, kept]) await agedTo(one, "2019-01-01")
    await night("2026-05-03")
    await assert.rejects(w.do(keepPerson, { personId: kept, until: "2027-01-01", reason: "Litige." }, w.people.dario), {
      code: "not_allowed",
    })
    await w.do(keepPerson, { personId: kept, until: "2027-01-01", reason: "Litige." }, w.people.amina)
    await w.look((db) => sql`update memberships set until = null where person_id = ${back}`.execute(db))
    await night("2026-06-10")
    assert.equal(await due(back), undefined)
    assert.equal(await erased(back), false)
    assert.equal(await erased(kept), false)
    await night("2027-01-02")
    await night("2027-02-02")
    assert.equal(await erased(kept), true)
  })

  // The day a record was made counts as a link: these were made today.
  const agedTo = (personId: string, day: string) =>
    w.look((db) => sql`update people set created_at = ${day}::date where id = ${personId}`.execute(db))
})

describe("the register", () => {
  it("rests a party on its members, a choice on the day it is made, and is closed to members", async () => {
    const before = await w.ask(readRegister, { bodyId: w.brume }, await w.holding(["privacy.manage"], w.brume))
    assert.equal(before.rows.find(({ purpose }) => purpose === "members")!.basis, "association")
    const keeper = await w.holding(["privacy.manage"], w.brume)
    await w.do(chooseBasis, { bodyId: w.brume, purpose: "members", basis: "consent", note: "Avis du DPO" }, keeper)
    const after_ = await w.ask(readRegister, { bodyId: w.brume }, keeper)
    assert.deepEqual(
      after_.rows.filter(({ purpose }) => purpose === "members").map(({ basis, note }) => [basis, note]),
      [["consent", "Avis du DPO"]],
    )
    await assert.rejects(w.ask(readRegister, { bodyId: w.lisle }, w.people.dario), { code: "not_found" })
  })
})
