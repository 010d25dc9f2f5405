import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { sql } from "kysely"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { newId } from "../../../kernel/id.ts"
import type { Actor } from "../../../kernel/rule.ts"
import { giveAccess } from "../../accounts/contract.ts"
import { addFunction, foundMandate } from "../../mandates/contract.ts"
import { addPerson } from "../add.ts"
import { holdApart } from "../duplicates/apart.ts"
import { listPeople } from "../list.ts"
import { pickPeople } from "../pick.ts"
import { readPerson } from "../read-person.ts"
import { comparePeople } from "./compare.ts"
import { mergePeople } from "./merge.ts"

describe("people.merge", () => {
  let w: World
  let amina: Actor
  before(async () => {
    w = await world()
    amina = w.people.amina
  })
  after(() => w.end())

  let serial = 0
  const somebody = async (more: object = {}, bodyId = w.lisle, by = amina): Promise<string> => {
    const given_name = `Rémy${++serial}`
    const person = {
      given_name,
      family_name: "Dupont",
      bodyId,
      sure: true,
      membership: { ring: "member", since: "2026-01-01" },
    }
    return (await w.do(addPerson, { ...person, ...more }, by)).personId
  }
  const two = async (stays: object = {}, goes: object = {}) => ({
    personId: await somebody(stays),
    goneId: await somebody(goes),
  })
  const inside = <T>(work: Parameters<typeof w.look<T>>[0]) => w.look(work)
  const mandate = (
    personId: string,
    capabilities: Parameters<typeof addFunction>[0]["capabilities"],
    bodyId = w.lisle,
  ) =>
    inside(async (db) => {
      const given = { ...w.equipment, db, actor: amina, now: w.now }
      const key = newId()
      await addFunction({ bodyId, key, name: "Porte-parole", capabilities }, given)
      await foundMandate({ personId, bodyId, functionKey: key }, given)
    })
  const membershipsOf = async (personId: string) =>
    (await w.ask(readPerson, { personId }, amina)).memberships.map(
      ({ ring, since, until }) => `${ring} ${since}…${until ?? ""}`,
    )

  trio(
    () => w,
    [
      { command: mergePeople, capability: "people.manage", input: () => two() },
      {
        command: holdApart,
        capability: "people.manage",
        input: async () => ({ personId: await somebody(), otherId: await somebody() }),
      },
    ],
  )

  it("keeps what is filled, and of two values that of the record that stays, unless the other was chosen", async () => {
    const stays = { phone: "1", town: "Lisle" }
    const goes = { phone: "2", email: "r@x.example", town: "Brume", form: "m" }
    const one = await two(stays, goes)
    await w.do(mergePeople, one, amina)
    const { contact, form } = await w.ask(readPerson, { personId: one.personId }, amina)
    assert.deepEqual([contact?.phone, contact?.email, contact?.town, form], ["1", "r@x.example", "Lisle", "m"])

    const other = await two(stays, goes)
    await w.do(mergePeople, { ...other, take: ["phone"] }, amina)
    const chosen = await w.ask(readPerson, { personId: other.personId }, amina)
    assert.deepEqual([chosen.contact?.phone, chosen.contact?.email, chosen.contact?.town], ["2", null, "Lisle"])
  })

  it("unites memberships that share days, and leaves nobody two of them", async () => {
    const both = await two(
      { membership: { ring: "sympathiser", since: "2024-01-01" } },
      { membership: { ring: "member", since: "2025-01-01", dues_until: "2026-12-31" } },
    )
    await w.do(mergePeople, both, amina)
    assert.deepEqual(await membershipsOf(both.personId), ["member 2025-01-01…", "sympathiser 2024-01-01…2024-12-31"])
  })

  it("unites the same function held on both records", async () => {
    const both = await two()
    await mandate(both.personId, ["tasks.manage"])
    await inside((db) =>
      sql`insert into mandates (organisation_id, id, person_id, function_id, body_id, since, until, origin)
        select organisation_id, ${newId()}, ${both.goneId}, function_id, body_id, '2025-01-01', '2027-01-01', origin
          from mandates where person_id = ${both.personId}`.execute(db),
    )
    await w.do(mergePeople, both, amina)
    const { mandates } = await w.ask(readPerson, { personId: both.personId }, amina)
    assert.deepEqual(
      mandates.map(({ since, until }) => [String(since), until]),
      [["2025-01-01", null]],
    )
  })

  it("leaves a trace that leads to the one that stays, and that no list or search shows", async () => {
    const both = await two({ given_name: "Zénobie" }, { given_name: "Zénobie", email: "z@x.example", note: "seule" })
    await w.do(mergePeople, both, amina)
    const { rows } = await w.ask(listPeople, { bodyId: w.lisle, q: "Zénobie" }, amina)
    assert.deepEqual(
      rows.map(({ id }) => id),
      [both.personId],
    )
    assert.deepEqual(
      (await w.ask(pickPeople, { q: "Zénobie" }, amina)).map(({ id }) => id),
      [both.personId],
    )
    const found = await w.ask(readPerson, { personId: both.goneId }, amina)
    assert.equal(found.id, both.personId)
    const trace = await inside((db) =>
      db.selectFrom("people").selectAll().where("id", "=", both.goneId).executeTakeFirstOrThrow(),
    )
    assert.deepEqual([trace.merged_into, trace.email, trace.note], [both.personId, null, null])
    await assert.rejects(w.ask(readPerson, { personId: both.goneId }, w.people.ines), { code: "not_found" })
  })

  it("leads from one trace to the next", async () => {
    const both = await two()
    const last = await somebody()
    await w.do(mergePeople, both, amina)
    await w.do(mergePeople, { personId: last, goneId: both.personId }, amina)
    assert.equal((await w.ask(readPerson, { personId: both.goneId }, amina)).id, last)
  })

  it("is refused into oneself and into somebody merged", async () => {
    const both = await two()
    await assert.rejects(w.do(mergePeople, { ...both, goneId: both.personId }, amina), { code: "people.same_record" })
    await w.do(mergePeople, both, amina)
    const third = await somebody()
    await assert.rejects(w.do(mergePeople, { personId: both.goneId, goneId: third }, amina), { code: "not_allowed" })
    await assert.rejects(w.do(mergePeople, { personId: third, goneId: both.goneId }, amina), { code: "not_allowed" })
  })

  it("is refused to who keeps one of the two only, and across organisations", async () => {
    const keeper = await w.holding(["people.manage"], w.brume)
    const there = await somebody({}, w.brume, keeper)
    const here = await somebody()
    for (const by of [amina, keeper])
      await assert.rejects(w.do(mergePeople, { personId: here, goneId: there }, by), { code: "not_allowed" })
    const oscar = w.people.oscar
    await assert.rejects(w.do(mergePeople, { personId: here, goneId: oscar.personId }, amina), { code: "not_found" })
  })

  it("gives nobody a mandate that the actor could not give", async () => {
    const keeper = await w.holding(["people.manage"])
    const both = await two()
    await mandate(both.goneId, ["people.read"])
    await assert.rejects(w.do(mergePeople, both, keeper), { code: "people.merge_gives_rights" })
    // The other way round is the same: an account of the one that goes would become that of a mandate's holder.
    await assert.rejects(w.do(mergePeople, { personId: both.goneId, goneId: both.personId }, keeper), {
      code: "people.merge_gives_rights",
    })
    const seen = await w.ask(comparePeople, { personId: both.personId, otherId: both.goneId }, keeper)
    assert.deepEqual([seen.gives_rights, seen.powers], [true, []])
    const told = await w.ask(comparePeople, { personId: both.personId, otherId: both.goneId }, amina)
    assert.deepEqual(
      told.powers.map(({ kind, what }) => [kind, what]),
      [["mandate", "Porte-parole"]],
    )
    await w.do(mergePeople, both, amina)
  })

  it("brings nobody into a body whose people the actor does not keep", async () => {
    const keeper = await w.holding(["people.manage", "people.read"], w.brume)
    const both = await two()
    await inside((db) =>
      sql`insert into memberships (organisation_id, id, person_id, body_id, ring, since) values
        (current_org(), ${newId()}, ${both.goneId}, ${w.brume}, 'member', '2026-01-01')`.execute(db),
    )
    await assert.rejects(w.do(mergePeople, both, amina), { code: "people.merge_gives_rights" })
    await assert.rejects(w.do(mergePeople, both, keeper), { code: "not_allowed" })
  })

  it("ends the sessions of the one that goes, and hands on its way in where there is none", async () => {
    const way = (personId: string) =>
      w.look((db) => sql<{ email: string }>`select email from account_of(current_org(), ${personId})`.execute(db))
    const access = (personId: string) =>
      inside((db) => giveAccess({ organisation: w.organisation, personId, email: `${personId}@x.example` }, db))
    const session = async (accountId: string) => {
      const hash = Buffer.from(newId())
      await inside((db) =>
        sql`select session_open(${newId()}, ${hash}, ${accountId}, ${w.organisation}, '', now() + interval '1 day', false)`.execute(
          db,
        ),
      )
      return async () => (await sql`select from session_of(${hash})`.execute(w.db)).rows.length
    }
    const both = await two()
    const isOpen = await session(await access(both.goneId))
    assert.equal(await isOpen(), 1)
    await w.do(mergePeople, both, amina)
    assert.equal(await isOpen(), 0)
    assert.deepEqual((await way(both.personId)).rows, [{ email: `${both.goneId}@x.example` }])

    const others = await two()
    await access(others.personId)
    await access(others.goneId)
    await w.do(mergePeople, others, amina)
    assert.deepEqual((await way(others.personId)).rows, [{ email: `${others.personId}@x.example` }])
    assert.deepEqual((await way(others.goneId)).rows, [])
  })

  it("opens no way to become somebody else past the command", async () => {
    const both = await two()
    await assert.rejects(
      inside((db) => sql`select account_merged(${both.goneId}, ${both.personId})`.execute(db)),
      /not one person/,
    )
  })

  it("keeps apart from the one that stays whoever was said to be another than the one that goes", async () => {
    const both = await two()
    const third = await somebody()
    await w.do(holdApart, { personId: third, otherId: both.goneId }, amina)
    await w.do(mergePeople, both, amina)
    const pairs = await inside((db) =>
      sql<{
        first_id: string
        second_id: string
      }>`select first_id, second_id from people_apart where ${third}::uuid in (first_id, second_id)`.execute(db),
    )
    assert.deepEqual(pairs.rows, [
      { first_id: [third, both.personId].toSorted()[0], second_id: [third, both.personId].toSorted()[1] },
    ])
  })

  it("is merged once by two secretaries at the same moment", async () => {
    const both = await two()
    const done = await Promise.allSettled([
      w.do(mergePeople, both, amina),
      w.do(mergePeople, { personId: both.goneId, goneId: both.personId }, amina),
    ])
    assert.deepEqual(done.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"])
  })
})
