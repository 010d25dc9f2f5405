import assert from "node:assert/strict"
import { after, before, describe, it } from "node:test"
import { trio } from "../../../../tests/trio.ts"
import { type World, world } from "../../../../tests/world.ts"
import { readCommunication } from "../../../kernel/law/structured-communication.ts"
import { chooseLetters } from "../../people/letters/choose.ts"
import { addPerson } from "../../people/add.ts"
import { sendDuesReceipt } from "../letters/receipt.ts"
import { postMemberLetters } from "../letters/post.ts"
import { setDuesAccount } from "./account.ts"
import { assignDues } from "./assign.ts"
import { callDues } from "./call.ts"
import { cancelPayment } from "./cancel.ts"
import { foreseeCall } from "./foresee-call.ts"
import { listDues } from "./list.ts"
import { payDues } from "./pay.ts"
import { listPayments } from "./payments.ts"
import { readMemberDues } from "./read-member.ts"
import { readDuesYear } from "./read-year.ts"
import { setDuesRings } from "./rings.ts"
import { addDuesAmount, copyDuesScale, endDuesAmount } from "./scale.ts"

const year = 2026

describe("dues", () => {
  let w: World
  let karim: Awaited<ReturnType<World["holding"]>>
  before(async () => {
    w = await world()
    karim = await w.holding(["dues.manage", "dues.read", "people.read", "people.manage"])
    await w.do(addDuesAmount, { bodyId: w.lisle, year, label: "Ordinaire", cents: 3000, usual: true }, karim)
    await w.do(addDuesAmount, { bodyId: w.lisle, year, label: "Libre", cents: null }, karim)
  })
  after(() => w.end())

  let drawn = 0
  const member = async (more: object = {}) => {
    const given_name = ["Léa", "Noé", "Zoé", "Ugo", "Eva", "Max", "Ada", "Gil"][drawn++ % 8]
    const { personId } = await w.do(
      addPerson,
      {
        given_name,
        family_name: `Test${drawn}`,
        email: `test${drawn}@lisle.example`,
        bodyId: w.lisle,
        membership: { ring: "member", since: "2025-01-01" },
        sure: true,
        ...more,
      },
      karim,
    )
    return personId
  }
  const payment = (personId: string, more: object = {}) => ({
    bodyId: w.lisle,
    personId,
    year,
    cents: 3000,
    means: "transfer",
    paidOn: "2026-04-30",
    ...more,
  })
  const paid = async (personId: string, more: object = {}) =>
    (await w.do(payDues, payment(personId, more), karim)).paymentId
  const until = (personId: string) =>
    w.look(async (db) => {
      const one = await db
        .selectFrom("memberships")
        .select("dues_until")
        .where("person_id", "=", personId)
        .executeTakeFirst()
      return one?.dues_until?.toString() ?? null
    })
  const amountOf = async (label: string) => {
    const { amounts } = await w.ask(readDuesYear, { bodyId: w.lisle, year }, karim)
    return amounts.find((one) => one.label === label)!.id
  }

  trio(
    () => w,
    [
      {
        command: setDuesAccount,
        capability: "dues.manage",
        input: () => ({ bodyId: w.lisle, iban: "BE68 5390 0754 7034", how: "" }),
      },
      { command: setDuesRings, capability: "dues.manage", input: () => ({ bodyId: w.lisle, rings: ["member"] }) },
      {
        command: addDuesAmount,
        capability: "dues.manage",
        input: () => ({ bodyId: w.lisle, year: 2031, label: `Montant ${drawn++}`, cents: 100 }),
      },
      {
        command: endDuesAmount,
        capability: "dues.manage",
        input: async () => ({
          amountId: (
            await w.do(addDuesAmount, { bodyId: w.lisle, year: 2032, label: `Fin ${drawn++}`, cents: 1 }, karim)
          ).amountId,
        }),
      },
      {
        command: copyDuesScale,
        capability: "dues.manage",
        input: () => ({ bodyId: w.lisle, from: year, to: 2100 + drawn++ }),
      },
      {
        command: assignDues,
        capability: "dues.manage",
        input: async () => ({ bodyId: w.lisle, personId: await member(), year }),
      },
      { command: payDues, capability: "dues.manage", input: async () => payment(await member()) },
      {
        command: cancelPayment,
        capability: "dues.manage",
        input: async () => ({ paymentId: await paid(await member()), reason: "Écrit deux fois" }),
      },
      {
        command: sendDuesReceipt,
        capability: "dues.manage",
        input: async () => ({ paymentId: await paid(await member()) }),
      },
      {
        command: callDues,
        capability: "dues.manage",
        input: async () => ({ bodyId: w.lisle, year, step: 1, personIds: [await member()] }),
      },
      {
        command: postMemberLetters,
        capability: "dues.manage",
        input: async () => {
          const personId = await member({ email: null, town: "Lisle", post_only: true })
          await w.do(callDues, { bodyId: w.lisle, year, step: 1, personIds: [personId] }, karim)
          return { bodyId: w.lisle }
        },
      },
    ],
  )

  it("make the member up to date to the end of the year once the whole amount is there", async () => {
    const personId = await member()
    await paid(personId, { cents: 1000 })
    assert.equal(await until(personId), null)
    await paid(personId, { cents: 2000 })
    assert.equal(await until(personId), "2026-12-31")
  })

  it("go back when a payment is cancelled, which keeps its number and its line", async () => {
    const personId = await member({ membership: { ring: "member", since: "2020-01-01", dues_until: "2025-12-31" } })
    const paymentId = await paid(personId)
    assert.equal(await until(personId), "2026-12-31")
    await w.do(cancelPayment, { paymentId, reason: "Mauvaise personne" }, karim)
    assert.equal(await until(personId), "2025-12-31")
    await assert.rejects(w.do(cancelPayment, { paymentId, reason: "Encore" }, karim), {
      code: "dues.already_cancelled",
    })
    const { payments } = await w.ask(readMemberDues, { bodyId: w.lisle, personId }, karim)
    assert.deepEqual(
      payments.map(({ cancel_reason }) => cancel_reason),
      ["Mauvaise personne"],
    )
    await assert.rejects(
      w.look((db) => db.deleteFrom("dues_payments").where("id", "=", paymentId).execute()),
      /permission denied/,
    )
  })

  it("number their receipts without a gap, whoever records them at once", async () => {
    const people = [await member(), await member(), await member()]
    await Promise.all(people.map((personId) => paid(personId)))
    await assert.rejects(w.do(payDues, payment(people[0]!, { paidOn: "2026-05-03" }), karim), /day_to_come/)
    const numbers = await w.look((db) =>
      db
        .selectFrom("dues_payments")
        .select("receipt_number")
        .where("body_id", "=", w.lisle)
        .orderBy("receipt_number")
        .execute(),
    )
    assert.deepEqual(
      numbers.map(({ receipt_number }) => receipt_number),
      numbers.map((_, index) => index + 1),
    )
  })

  it("take two payments of one member one after the other", async () => {
    const personId = await member()
    await Promise.all([paid(personId, { cents: 1500 }), paid(personId, { cents: 1500 })])
    const { years } = await w.ask(readMemberDues, { bodyId: w.lisle, personId }, karim)
    assert.deepEqual(
      [years.length, years[0]!.paid, years[0]!.covered, await until(personId)],
      [1, 3000n, true, "2026-12-31"],
    )
  })

  it("may be free, or given up for a reason, which makes up to date as well", async () => {
    const [free, freed] = [await member(), await member()]
    await w.do(assignDues, { bodyId: w.lisle, personId: free, year, amountId: await amountOf("Libre") }, karim)
    await paid(free, { cents: 500 })
    await w.do(assignDues, { bodyId: w.lisle, personId: freed, year, freed: "Sans revenu" }, karim)
    assert.deepEqual([await until(free), await until(freed)], ["2026-12-31", "2026-12-31"])
  })

  it("are read by who reads dues, not by all who know the people", async () => {
    const personId = await member()
    const welcome = await w.holding(["people.read", "people.manage"])
    for (const [read, input] of [
      [listDues, { bodyId: w.lisle }],
      [listPayments, { bodyId: w.lisle }],
      [readDuesYear, { bodyId: w.lisle }],
      [foreseeCall, { bodyId: w.lisle, year }],
      [readMemberDues, { bodyId: w.lisle, personId }],
    ] as const) {
      await assert.rejects(w.ask(read, input, welcome), { code: "not_found" })
      await assert.rejects(w.ask(read, input, w.people.ines), { code: "not_found" })
      await assert.rejects(w.ask(read, input, w.people.oscar), { code: "not_found" })
    }
    // The secretary reads them, and does not record them.
    const { may } = await w.ask(readDuesYear, { bodyId: w.lisle }, w.people.amina)
    assert.equal(may["dues.pay"], false)
  })

  it("say who is late, who is up to date, who never paid, in the list as in the figures", async () => {
    await member({ membership: { ring: "member", since: "2020-01-01", dues_until: "2026-05-01" } })
    const { members } = await w.ask(readDuesYear, { bodyId: w.lisle }, karim)
    for (const state of ["late", "never", "up_to_date", "soon"] as const) {
      const { rows } = await w.ask(listDues, { bodyId: w.lisle, state, limit: 200 }, karim)
      assert.equal(rows.length, members[state], state)
      for (const { standing } of rows) assert.equal(standing, state)
    }
    assert.ok(members.late > 0)
  })

  it("are asked of the rings that the body says, and of those who left a ring no more", async () => {
    const close = await member({ membership: { ring: "sympathiser", since: "2025-01-01" } })
    const owing = async () => (await w.ask(listDues, { bodyId: w.lisle, limit: 200 }, karim)).rows.map(({ id }) => id)
    const members = await owing()
    assert.ok(!members.includes(close))
    await assert.rejects(w.do(setDuesRings, { bodyId: w.lisle, rings: [] }, karim), { message: /rings/ })
    await w.do(setDuesRings, { bodyId: w.lisle, rings: ["sympathiser", "member"] }, karim)
    assert.ok((await owing()).includes(close))
    const { rings, members: counted } = await w.ask(readDuesYear, { bodyId: w.lisle, year }, karim)
    assert.deepEqual([rings, counted.members], [["member", "sympathiser"], members.length + 1])
    const first = async () => (await w.ask(foreseeCall, { bodyId: w.lisle, year }, karim)).steps[0]!.people
    const asked = await first()
    await paid(close)
    assert.equal(await until(close), "2026-12-31")
    assert.equal(await first(), asked - 1)
    await w.do(setDuesRings, { bodyId: w.lisle, rings: ["member"] }, karim)
    assert.deepEqual(await owing(), members)
  })

  it("are paged by name without losing anyone", async () => {
    const all = (await w.ask(listDues, { bodyId: w.lisle, limit: 200 }, karim)).rows.map(({ id }) => id)
    const seen: string[] = []
    for (let after: string | undefined; ;) {
      const page = await w.ask(listDues, { bodyId: w.lisle, limit: 7, after }, karim)
      seen.push(...page.rows.map(({ id }) => id))
      if (!page.next) break
      after = page.next
    }
    assert.deepEqual(seen, all)
  })

  describe("called for", () => {
    let v: World
    let treasurer: typeof karim
    before(async () => {
      v = await world()
      treasurer = await v.holding(["dues.manage"])
      await v.do(addDuesAmount, { bodyId: v.lisle, year, label: "Ordinaire", cents: 3000, usual: true }, treasurer)
    })
    after(() => v.end())

    const call = (step: number, days = 0) =>
      v.do(callDues, { bodyId: v.lisle, year, step }, treasurer, { now: v.now.add({ hours: 24 * days }) })
    const letters = () =>
      v.look((db) =>
        db.selectFrom("sendings").select(["kind", "person_id", "content"]).where("kind", "like", "dues%").execute(),
      )

    it("write once to each member who has not paid, with a communication of their own", async () => {
      const { people } = await call(1)
      const sent = await letters()
      assert.equal(sent.length, people)
      assert.equal(new Set(sent.map(({ person_id }) => person_id)).size, people)
      const owed = await v.look((db) => db.selectFrom("dues").select("communication").execute())
      assert.equal(new Set(owed.map(({ communication }) => communication)).size, people)
      for (const { communication } of owed) assert.equal(readCommunication(communication), communication)
      await assert.rejects(call(1), { code: "dues.nobody_to_write" })
    })

    it("remind after the days of the rulebook, each reminder once, in order", async () => {
      await assert.rejects(call(2, 29), { code: "dues.nobody_to_write" })
      await assert.rejects(call(3, 40), { code: "dues.nobody_to_write" })
      await v.do(chooseLetters, { kind: "dues", wanted: false }, v.people.dario)
      const before = (await letters()).length
      const { people } = await call(2, 30)
      assert.equal((await letters()).length, before + people)
      // Dario asked not to be reminded; the call had reached him all the same.
      const toDario = (await letters()).filter(({ person_id }) => person_id === v.dario)
      assert.deepEqual(
        toDario.map(({ kind }) => kind),
        ["dues-call"],
      )
      await assert.rejects(call(2, 31), { code: "dues.nobody_to_write" })
      await assert.rejects(call(3, 59), { code: "dues.nobody_to_write" })
      assert.equal((await call(3, 60)).people, people)
    })

    it("give two treasurers who call at once one letter each to send, not two", async () => {
      const next = 2027
      await v.do(addDuesAmount, { bodyId: v.lisle, year: next, label: "Ordinaire", cents: 3000 }, treasurer)
      const both = await Promise.allSettled(
        [1, 1].map((step) => v.do(callDues, { bodyId: v.lisle, year: next, step }, treasurer)),
      )
      assert.deepEqual(both.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"])
    })
  })
})

describe("dues in France", () => {
  it("are not paid in cash above what the law allows", async () => {
    const w = await world()
    try {
      const karim = await w.holding(["dues.manage"])
      await w.look(async (db) => {
        await db.updateTable("bodies").set({ country: "FR" }).where("id", "=", w.lisle).execute()
        const { profiles } = await import("../../bodies/contract.ts")
        const rule = profiles["fr-chapter"].rules.find(({ key }) => key === "fr.party.cash")!
        const { newId } = await import("../../../kernel/id.ts")
        await db
          .insertInto("rules")
          .values({
            ...rule,
            organisation_id: w.organisation,
            id: newId(),
            body_id: w.lisle,
            value: JSON.stringify(rule.value),
            read_on: null,
            valid_from: null,
            valid_to: null,
          })
          .execute()
      })
      await w.do(addDuesAmount, { bodyId: w.lisle, year, label: "Ordinaire", cents: 20_000 }, karim)
      const pay = (cents: number, means: string) =>
        w.do(payDues, { bodyId: w.lisle, personId: w.dario, year, cents, means, paidOn: "2026-05-01" }, karim)
      await assert.rejects(pay(15_001, "cash"), { code: "dues.too_much_cash" })
      await pay(15_000, "cash")
      await pay(5_000, "transfer")
    } finally {
      await w.end()
    }
  })
})
