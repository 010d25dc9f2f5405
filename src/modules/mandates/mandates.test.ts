import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import fc from "fast-check"
import { sql } from "kysely"
import { trio } from "../../../tests/trio.ts"
import { type World, world } from "../../../tests/world.ts"
import { prepareMeeting } from "../meetings/prepare.ts"
import { readPerson } from "../people/read-person.ts"
import { changeMandate } from "./change.ts"
import { endMandate } from "./end.ts"
import { newId } from "../../kernel/id.ts"
import { explainRight } from "./explain.ts"
import { fallsShort } from "./falls-short.ts"
import { foreseeMandate } from "./foresee.ts"
import { giveGrant } from "./grants/give.ts"
import { revokeGrant } from "./grants/revoke.ts"
import { beginMembership } from "./memberships/begin.ts"
import { changeMembership } from "./memberships/change.ts"
import { endMembership } from "./memberships/end.ts"
import { readRights } from "./read-rights.ts"
import { recordMandate } from "./record.ts"
import { isInOffice } from "./warnings.ts"

let w: World
before(async () => {
  w = await world()
})
after(() => w.end())

const functionOf = (key: string, body = w.lisle) =>
  w.look(
    async (db) =>
      (
        await db
          .selectFrom("functions")
          .select("id")
          .where("body_id", "=", body)
          .where("key", "=", key)
          .executeTakeFirstOrThrow()
      ).id,
  )
const someone = async () => (await w.holding([])).personId!
const record = async (more: object = {}) => ({
  personId: await someone(),
  functionId: await functionOf("treasurer"),
  since: "2026-05-02",
  origin: "vote",
  note: "assemblée du 12 mars 2026",
  ...more,
})
const grant = async (more: object = {}) => ({
  personId: await someone(),
  bodyId: w.lisle,
  capability: "mandates.manage",
  since: "2026-05-02",
  until: "2026-06-30",
  reason: "remplacement",
  ...more,
})
const done = async <T>(command: any, input: unknown) => (await w.do(command, input, w.people.amina)) as T
const membershipOf = (personId: string) =>
  w.look(
    async (db) =>
      (await db.selectFrom("memberships").select("id").where("person_id", "=", personId).executeTakeFirstOrThrow()).id,
  )

describe("memberships, mandates and grants", () => {
  trio(
    () => w,
    [
      {
        command: beginMembership,
        capability: "people.manage",
        input: async () => ({
          personId: await someone(),
          bodyId: w.lisle,
          ring: "member",
          since: "2020-01-01",
          until: "2020-01-02",
        }),
      },
      {
        command: changeMembership,
        capability: "people.manage",
        input: async () => ({
          membershipId: await membershipOf(await someone()),
          ring: "sympathiser",
          since: "2026-01-01",
        }),
      },
      {
        command: endMembership,
        capability: "people.manage",
        input: async () => ({ membershipId: await membershipOf(await someone()), until: "2026-05-03" }),
      },
      { command: recordMandate, capability: "mandates.manage", input: () => record() },
      {
        command: changeMandate,
        capability: "mandates.manage",
        input: async () => {
          const { mandateId } = await done<{ mandateId: string }>(recordMandate, await record())
          return { mandateId, since: "2026-04-01", reason: "erreur de saisie" }
        },
      },
      {
        command: endMandate,
        capability: "mandates.manage",
        input: async () => ({
          mandateId: (await done<{ mandateId: string }>(recordMandate, await record())).mandateId,
          until: "2026-05-04",
        }),
      },
      { command: giveGrant, capability: "mandates.manage", input: () => grant() },
      {
        command: revokeGrant,
        capability: "mandates.manage",
        input: async () => ({ grantId: (await done<{ grantId: string }>(giveGrant, await grant())).grantId }),
      },
    ],
  )
})

describe("memberships.begin", () => {
  it("refuses a second membership of the same days, and takes one that follows", async () => {
    const personId = await someone()
    const again = { personId, bodyId: w.lisle, ring: "member", since: "2026-06-01" }
    await assert.rejects(done(beginMembership, again), { code: "memberships.already" })
    await done(endMembership, { membershipId: await membershipOf(personId), until: "2026-05-31" })
    await done(beginMembership, again)
  })
})

describe("mandates.record", () => {
  it("gives the rights of its function on the days of the mandate, and on no other", async () => {
    const personId = await someone()
    const functionId = await functionOf("political-secretary")
    const meeting = { bodyId: w.lisle, day: "2026-09-01", at: "19:30" }
    const { mandateId } = await done<{ mandateId: string }>(
      recordMandate,
      await record({ personId, functionId, since: "2026-05-02", until: "2026-05-10" }),
    )
    const at = (day: string) => ({ now: Temporal.Instant.from(`${day}T08:00:00Z`) })
    for (const day of ["2026-05-01", "2026-05-11"])
      await assert.rejects(w.do(prepareMeeting, meeting, w.as(personId), at(day)), { code: "not_allowed" }, day)
    for (const day of ["2026-05-02", "2026-05-10"]) await w.do(prepareMeeting, meeting, w.as(personId), at(day))
    await done(endMandate, { mandateId, until: "2026-05-05" })
    await assert.rejects(w.do(prepareMeeting, meeting, w.as(personId), at("2026-05-06")), { code: "not_allowed" })
  })

  it("agrees with the pure rule whatever the dates, past or to come", async () => {
    const personId = await someone()
    const functionId = await functionOf("political-secretary")
    const today = Temporal.PlainDate.from("2026-05-02")
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -400, max: 400 }), fc.option(fc.nat(500)), async (start, length) => {
        const since = today.add({ days: start })
        const until = length === null ? null : since.add({ days: length })
        await w.look((db) => db.deleteFrom("mandates").where("person_id", "=", personId).execute())
        await done(recordMandate, await record({ personId, functionId, since: `${since}`, until: until && `${until}` }))
        const asked = { bodyId: w.lisle, capability: "meetings.prepare", personId }
        const { may } = await w.ask(explainRight, asked, w.people.amina)
        assert.equal(may, isInOffice({ since, until }, today))
      }),
      { numRuns: 25 },
    )
  })

  it("refuses the same function twice on the same days, and an end before the beginning", async () => {
    const twice = await record()
    await done(recordMandate, twice)
    await assert.rejects(done(recordMandate, { ...twice, since: "2027-01-01" }), { code: "mandates.already" })
    await assert.rejects(done(recordMandate, await record({ until: "2026-05-01" })), { message: /until: ends_before/ })
  })

  it("says what the rulebook has against it, before and after, and records it all the same", async () => {
    const functionId = await functionOf("auditor")
    const input = await record({ functionId })
    await done(recordMandate, { ...input, functionId: await functionOf("treasurer") })
    const { warnings } = await w.ask(
      foreseeMandate,
      { personId: input.personId, functionId, since: "2026-05-02" },
      w.people.amina,
    )
    assert.ok(warnings.some(({ code }) => code === "excluded"))
    const answer = await done<{ warnings: string[] }>(recordMandate, input)
    assert.ok(answer.warnings.includes("excluded"))
  })
})

describe("mandates.end", () => {
  it("deletes nothing", async () => {
    const { mandateId } = await done<{ mandateId: string }>(recordMandate, await record())
    await done(endMandate, { mandateId, until: "2026-05-02" })
    const row = await w.look((db) =>
      db.selectFrom("mandates").selectAll().where("id", "=", mandateId).executeTakeFirst(),
    )
    assert.equal(String(row?.until), "2026-05-02")
  })
})

describe("memberships.begin and mandates.record", () => {
  // A name seen among fellow members is not enough: whoever is of a body shows it how to reach them.
  it("are refused, as if the person did not exist, to who administers no body of theirs", async () => {
    const both = await w.holding(["people.read", "people.manage", "mandates.manage"])
    const fellow = (await w.holding([], w.brume)).personId!
    await w.look((db) =>
      db
        .insertInto("memberships")
        .values({
          organisation_id: w.organisation,
          id: newId(),
          person_id: both.personId!,
          body_id: w.brume,
          ring: "member",
          since: Temporal.PlainDate.from("2025-01-01"),
          until: null,
          dues_until: null,
        })
        .execute(),
    )
    const joining = { personId: fellow, bodyId: w.lisle, ring: "member", since: "2026-05-02" }
    await assert.rejects(w.do(beginMembership, joining, both), { code: "not_found" })
    await assert.rejects(w.do(recordMandate, await record({ personId: fellow }), both), { code: "not_found" })
    await w.known(fellow)
    await w.do(beginMembership, joining, both)
  })
})

describe("grants.give", () => {
  it("gives one right in one body until its day, and no longer once taken back", async () => {
    const input = await grant({ capability: "meetings.prepare" })
    const { grantId } = await done<{ grantId: string }>(giveGrant, input)
    const may = async (capability: string, at?: Temporal.Instant) =>
      (await w.ask(explainRight, { bodyId: w.lisle, capability, personId: input.personId }, w.people.amina, at)).may
    assert.equal(await may("meetings.prepare"), true)
    assert.equal(await may("meetings.convene"), false)
    assert.equal(await may("meetings.prepare", Temporal.Instant.from("2026-07-01T08:00:00Z")), false)
    await done(revokeGrant, { grantId })
    assert.equal(await may("meetings.prepare"), false)
    await assert.rejects(done(revokeGrant, { grantId }), { code: "grants.already_revoked" })
  })

  it("refuses to give a right one does not have", async () => {
    const giver = await w.holding(["mandates.manage"])
    await assert.rejects(w.do(giveGrant, await grant({ capability: "journal.read" }), giver), {
      code: "grants.not_yours",
    })
  })
})

describe("mandates.rights", () => {
  it("says each right with where it comes from, in the form the person wants", async () => {
    const personId = (await w.holding([])).personId!
    await done(recordMandate, await record({ personId, until: "2027-06-30" }))
    await w.look((db) => db.updateTable("people").set({ form: "f" }).where("id", "=", personId).execute())
    const { groups } = await w.ask(readRights, { personId }, w.people.amina)
    const why = groups.flatMap(({ rows }) => rows).flatMap((row) => row.why)
    const plain = new Set(why.map((one) => one.words.replaceAll("\u202f", " ")))
    assert.deepEqual(
      [...plain],
      [
        "Trésorière, Locale de Lisle, depuis le 2 mai 2026 jusqu’au 30 juin 2027, par un vote (assemblée du 12 mars 2026).",
      ],
    )
  })

  it("is shown to oneself, and to nobody who does not prepare or administer a body of theirs", async () => {
    assert.deepEqual((await w.ask(readRights, { personId: w.dario }, w.people.dario)).groups, [])
    for (const stranger of [w.people.ines, w.as((await w.holding(["tasks.manage"])).personId!)])
      await assert.rejects(w.ask(readRights, { personId: w.dario }, stranger), { code: "not_found" })
  })

  it("keeps what was lent in another body for that body", async () => {
    const personId = (await w.holding([])).personId!
    const elsewhere = await w.holding(["mandates.manage", "journal.read", "people.read"], w.brume)
    await w.look((db) =>
      db
        .insertInto("grants")
        .values({
          organisation_id: w.organisation,
          id: newId(),
          person_id: personId,
          capability: "journal.read",
          body_id: w.brume,
          since: Temporal.PlainDate.from("2026-01-01"),
          until: Temporal.PlainDate.from("2026-12-31"),
          granted_by: elsewhere.personId!,
          reason: "remplacement",
          revoked_on: null,
        })
        .execute(),
    )
    const lent = async (actor: typeof elsewhere) =>
      (await w.ask(readRights, { personId }, actor)).groups.flatMap(({ rows }) => rows.map((one) => one.capability))
    assert.deepEqual(await lent(elsewhere), ["journal.read"])
    assert.ok(!(await lent(w.people.amina)).includes("journal.read"))
  })
})

describe("mandates.explain", () => {
  it("tells nobody's reasons to who neither prepares nor administers a body of theirs", async () => {
    const asked = { bodyId: w.lisle, capability: "meetings.convene", personId: w.amina }
    assert.equal((await w.ask(explainRight, asked, w.people.amina)).may, true)
    for (const stranger of [w.people.dario, w.people.ines])
      await assert.rejects(w.ask(explainRight, asked, stranger), { code: "not_found" })
  })

  it("names who may, when one may not", async () => {
    const found = await w.ask(explainRight, { bodyId: w.lisle, capability: "meetings.convene" }, w.people.dario)
    assert.equal(found.may, false)
    assert.ok(
      found.holders.some(
        ({ name, function_name }) => name === "Amina Belkacem" && function_name === "Secrétaire administrative",
      ),
    )
  })
})

describe("mandates.change", () => {
  it("moves the days, and keeps those it had with the reason and whose hand", async () => {
    const personId = await someone()
    const asked = await record({ personId, until: "2027-05-01" })
    const { mandateId } = await done<{ mandateId: string }>(recordMandate, asked)
    const changed = { mandateId, since: "2026-03-12", until: "2028-03-11", reason: "prolongé par l’assemblée" }
    await done(changeMandate, changed)
    const { mandates } = await w.ask(readPerson, { personId }, w.people.amina)
    const mandate = mandates.find(({ id }) => id === mandateId)!
    assert.deepEqual([String(mandate.since), String(mandate.until)], ["2026-03-12", "2028-03-11"])
    assert.deepEqual(mandate.corrections, [
      {
        since: "2026-05-02",
        until: "2027-05-01",
        reason: "prolongé par l’assemblée",
        on: "2026-05-02",
        by: "Amina Belkacem",
      },
    ])
    await assert.rejects(done(changeMandate, changed), (error: any) => error.issues[0].code === "nothing_changed")
  })

  it("does not lay two mandates of one function over each other", async () => {
    const personId = await someone()
    await done(recordMandate, await record({ personId, since: "2020-01-01", until: "2020-12-31" }))
    const { mandateId } = await done<{ mandateId: string }>(recordMandate, await record({ personId }))
    await assert.rejects(done(changeMandate, { mandateId, since: "2020-06-01", reason: "erreur" }), {
      code: "mandates.already",
    })
  })
})

describe("a successor", () => {
  const treasurers = async () => {
    const old = (await w.holding([])).personId!
    const next = await someone()
    const functionId = await functionOf("treasurer")
    // Whoever held it before, in another test, held it for a day.
    await w.look((db) => sql`update mandates set until = since where function_id = ${functionId}`.execute(db))
    const { mandateId } = await done<{ mandateId: string }>(
      recordMandate,
      await record({ personId: old, functionId, since: "2025-01-01" }),
    )
    return { old, next, functionId, mandateId }
  }
  const may = async (personId: string, day: string) =>
    (
      await w.ask(
        explainRight,
        { bodyId: w.lisle, capability: "exports.make", personId },
        w.people.amina,
        Temporal.Instant.from(`${day}T10:00:00Z`),
      )
    ).may

  it("takes the place of who held the function: their rights end the day before, in one gesture", async () => {
    const { old, next, functionId, mandateId } = await treasurers()
    const asked = { personId: next, functionId, since: "2026-06-01" }
    const { holders, is_full, ends_on, warnings } = await w.ask(foreseeMandate, asked, w.people.amina)
    assert.deepEqual(
      [holders.map((one) => one.mandate_id), is_full, String(ends_on)],
      [[mandateId], true, "2026-05-31"],
    )
    assert.ok(holders[0]!.loses.includes("exports.make"))
    assert.ok(warnings.some(({ code }) => code === "too_many"))
    const answer = await done<{ warnings: string[] }>(recordMandate, { ...asked, origin: "vote", ends: [mandateId] })
    assert.ok(!answer.warnings.includes("too_many"))
    for (const [person, day, expected] of [
      [old, "2026-05-31", true],
      [old, "2026-06-01", false],
      [next, "2026-05-31", false],
      [next, "2026-06-01", true],
    ] as const)
      assert.equal(await may(person, day), expected, `${person === old ? "old" : "new"} ${day}`)
    const names = await w.look((db) =>
      db.selectFrom("events").select("name").where("name", "=", "mandates.ended").execute(),
    )
    assert.ok(names.length > 0)
  })

  it("ends nothing of another function, nor what is not in office that day", async () => {
    const { next, functionId, mandateId } = await treasurers()
    const asked = { personId: next, since: "2026-06-01", origin: "vote", ends: [mandateId] }
    await assert.rejects(done(recordMandate, { ...asked, functionId: await functionOf("auditor") }), {
      code: "not_found",
    })
    await assert.rejects(done(recordMandate, { ...asked, functionId, since: "2024-06-01" }), {
      code: "mandates.not_in_office",
    })
    const row = await w.look((db) =>
      db.selectFrom("mandates").select("until").where("id", "=", mandateId).executeTakeFirst(),
    )
    assert.equal(row?.until, null)
  })

  it("leaves what another mandate gives", async () => {
    const { old, next, functionId } = await treasurers()
    await done(recordMandate, await record({ personId: old, functionId: await functionOf("political-secretary") }))
    const { holders } = await w.ask(foreseeMandate, { personId: next, functionId, since: "2026-06-01" }, w.people.amina)
    assert.ok(!holders[0]!.loses.includes("exports.make"))
  })
})

describe("what a body lacks", () => {
  it("is somebody to convene it, once nobody may", async () => {
    const at = Temporal.PlainDate.from("2026-05-02")
    assert.deepEqual((await w.look((db) => fallsShort(w.lisle, at, db))).unheld, [])
    const { unheld } = await w.look((db) => fallsShort(w.brume, at, db))
    assert.ok(unheld.includes("meetings.convene"))
  })
})
